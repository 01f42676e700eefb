import { openOutput } from "../io/atomic-file.js";
/**
 * Opens the files, so that a place that can't be written is found before any work.
 * @returns what writes the report to them @throws InputError
 */
export function openPages({ html, svg }, command) {
    const page = html === undefined ? undefined : openOutput(html);
    const picture = svg === undefined ? undefined : openOutput(svg);
    return async (report) => {
        // Most runs write neither.
        if (page !== undefined) {
            const { energyHtml } = await import("../report/energy-html.js");
            page.write(Buffer.from(energyHtml(report, { command: commandLine(process.argv.slice(2)), version: rootOf(command).version() ?? '' })));
            page.commit();
        }
        if (picture !== undefined) {
            const { energyChartSvg } = await import("../report/energy-chart.js");
            picture.write(Buffer.from(energyChartSvg(report)));
            picture.commit();
        }
    };
}
/** The command line that a POSIX shell splits into these arguments again. */
export function commandLine(args) {
    const quoted = (arg) => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);
    return ['mlsim', ...args.map(quoted)].join(' ');
}
function rootOf(command) {
    return command.parent === null ? command : rootOf(command.parent);
}
//# sourceMappingURL=energy-page.js.map