/** What `mlsim energy --html` and `--svg` write. */
import type { Command } from 'commander';
import type { EnergyReport } from '../energy/report.ts';
import { openOutput } from '../io/atomic-file.ts';

export interface PageFlags {
  readonly html?: string;
  readonly svg?: string;
}

/**
 * Opens the files, so that a place that can't be written is found before any work.
 * @returns what writes the report to them @throws InputError
 */
export function openPages({ html, svg }: PageFlags, command: Command): (report: EnergyReport) => Promise<void> {
  const page = html === undefined ? undefined : openOutput(html);
  const picture = svg === undefined ? undefined : openOutput(svg);
  return async (report) => {
    // Most runs write neither.
    if (page !== undefined) {
      const { energyHtml } = await import('../report/energy-html.ts');
      page.write(Buffer.from(energyHtml(report, { command: commandLine(process.argv.slice(2)), version: rootOf(command).version() ?? '' })));
      page.commit();
    }
    if (picture !== undefined) {
      const { energyChartSvg } = await import('../report/energy-chart.ts');
      picture.write(Buffer.from(energyChartSvg(report)));
      picture.commit();
    }
  };
}

/** The command line that a POSIX shell splits into these arguments again. */
export function commandLine(args: readonly string[]): string {
  const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", `'\\''`)}'`);
  return ['mlsim', ...args.map(quoted)].join(' ');
}

function rootOf(command: Command): Command {
  return command.parent === null ? command : rootOf(command.parent);
}
