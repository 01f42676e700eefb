/** The chart of an energy report: where the energy goes in each arithmetic, in full and as shares. */
import { ROW_TITLES, ROWS } from "../energy/charges.js";
import { BAR_CHART_WIDTH, barChartHeight, stackedBars } from "./chart-stacked-bars.js";
import { amountText, ratioText, shareText, unitFor } from "./energy-amounts.js";
import { energyText, SHORT_ROW_TITLES, unitText, workloadText } from "./energy-words.js";
import { DARK, LIGHT, paletteCss } from "./energy-palette.js";
import { markup, Markup } from "./markup.js";
/** Rows in which something is charged. */
export function chargedRows({ arithmetics }) {
    return ROWS.filter((row) => arithmetics.some(({ rows }) => rows[row] > 0n));
}
/** A row's number in legends and bars: its place among those charged. */
export function legendEntries(under) {
    return chargedRows(under).map((row, i) => ({ row, number: String(i + 1), title: ROW_TITLES[row] }));
}
/** Bars as long as the energies. */
export function energyBars(under) {
    const { arithmetics } = under;
    const unit = unitFor(arithmetics.map(({ total }) => total));
    const most = Math.max(...arithmetics.map(({ total }) => Number(total)));
    return { bars: arithmetics.map((energy) => bar(under, energy, energyText(energy.total, unit))), full: () => most, hasEnds: true };
}
/** Bars of one length. */
export function shareBars(under) {
    const full = ({ segments }) => segments.reduce((sum, { value }) => sum + value, 0);
    return { bars: under.arithmetics.map((energy) => bar(under, energy, '')), full, hasEnds: false };
}
function bar(under, { arithmetic, total, rows }, end) {
    const unit = unitFor(under.arithmetics.map((energy) => energy.total));
    const segments = legendEntries(under).map(({ row, number, title }) => {
        const share = shareText(rows[row], total);
        return {
            key: row,
            labels: [`${SHORT_ROW_TITLES[row]} ${share}`, `${number}: ${share}`, number],
            title: `${arithmetic}, ${title}: ${amountText(rows[row], unit)} ${unitText(unit)}, ${share}`,
            value: Number(rows[row]),
        };
    });
    return { name: arithmetic, end, segments };
}
/** What the bars show, in words. */
export function barsDescription({ arithmetics }) {
    const unit = unitFor(arithmetics.map(({ total }) => total));
    const parts = arithmetics.map(({ arithmetic, total, rows }) => {
        const largest = ROWS.reduce((most, row) => (rows[row] > rows[most] ? row : most));
        return `${arithmetic} ${energyText(total, unit)}, most of it ${ROW_TITLES[largest]} (${shareText(rows[largest], total)})`;
    });
    return `${parts.join('; ')}.`;
}
const LEGEND_LINE = 19;
/** The bars with their legend as a picture of its own, light and dark, under the report's first table. */
export function energyChartSvg(report) {
    const [under] = report.tables;
    const { topology } = report.request;
    const [full, shares] = [energyBars(under), shareBars(under)];
    const entries = legendEntries(under);
    const [bars, shareTop] = [54, 54 + barChartHeight(full) + 30];
    const legendTop = shareTop + barChartHeight(shares) + 14;
    const height = legendTop + Math.ceil(entries.length / 2) * LEGEND_LINE + 8;
    const title = `Energy of ${topology.name}: ${workloadText(report.request)}`;
    const legend = entries.map(({ row, number, title: text }, i) => markup `<g transform="translate(${50 + 350 * (i % 2)} ${legendTop + LEGEND_LINE * Math.floor(i / 2)})"><rect class="row-${row}" width="20" height="15"/><text class="on-${row}" text-anchor="middle" x="10" y="11.5">${number}</text><text x="27" y="11.5">${text}</text></g>
`);
    const ratios = under.ratios.map(({ name, numerator, denominator }) => `${name} ${ratioText(numerator, denominator)}`).join(', ');
    return markup `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${BAR_CHART_WIDTH} ${height}" width="${BAR_CHART_WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${title}</title><desc id="desc">${barsDescription(under)}</desc>
${new Markup(`<style>${standaloneStyle()}</style>`)}
<rect class="ground" width="100%" height="100%" rx="6"/>
<text class="heading" x="50" y="24">${title}</text>
<text class="soft" x="50" y="42">${[`convention ${report.request.convention.name}, table ${under.table.name}`, ratios].filter((text) => text !== '').join('; ')}</text>
<g transform="translate(0 ${bars})">${stackedBars(full)}</g>
<text class="soft" x="50" y="${shareTop - 6}">as shares</text>
<g transform="translate(0 ${shareTop})">${stackedBars(shares)}</g>
${legend}</svg>
`.text;
}
function standaloneStyle() {
    const theme = (text, soft, ground) => `.ground { fill: ${ground}; } svg text { fill: ${text}; } svg text.soft { fill: ${soft}; }`;
    return `svg text { font: 11px system-ui, sans-serif; } svg text.value { font-weight: 600; } svg text.heading { font-size: 15px; font-weight: 600; }
${theme('#1d2126', '#5c6670', LIGHT.ground)}
${paletteCss(LIGHT)}
@media (prefers-color-scheme: dark) {
${theme('#e6e8ea', '#9aa4ad', DARK.ground)}
${paletteCss(DARK)}
}
`;
}
//# sourceMappingURL=energy-chart.js.map