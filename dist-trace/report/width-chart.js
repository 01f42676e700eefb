/** Charts over accumulator widths, as SVG. */
import { markup, NOTHING } from "./markup.js";
const WIDTH = 640;
const HEIGHT = 250;
const LEFT = 62;
const RIGHT = 14;
const TOP = 48;
const BOTTOM = 34;
export function chartSvg(chart) {
    const { title, widths, series, marks, ticks, scale } = chart;
    const step = (WIDTH - LEFT - RIGHT) / widths.length;
    const x = (width) => LEFT + (width - widths[0] + 0.5) * step;
    const [low, high] = [scale(ticks[0].value), scale(ticks[ticks.length - 1].value)];
    const y = (value) => HEIGHT - BOTTOM - ((Math.min(high, Math.max(low, scale(value))) - low) / (high - low)) * (HEIGHT - TOP - BOTTOM);
    const grid = ticks.map(({ value, text }) => markup `<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${round(y(value))}" y2="${round(y(value))}"/><text class="soft" text-anchor="end" x="${LEFT - 6}" y="${round(y(value) + 4)}">${text}</text>`);
    const every = Math.ceil(widths.length / 24);
    const labels = widths
        .filter((_, i) => i % every === 0)
        .map((width) => markup `<text class="soft" text-anchor="middle" x="${round(x(width))}" y="${HEIGHT - BOTTOM + 16}">${width}</text>`);
    return markup `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}">
<title>${title}</title>
${grid}${labels}
<text class="soft" text-anchor="end" x="${WIDTH - RIGHT}" y="${HEIGHT - 4}">bits of the accumulator</text>
${series.map((one) => seriesSvg(one, widths, x, y, step))}
${marks.filter(({ width }) => widths.includes(width)).map((mark, i) => markSvg(mark, x, i))}
${series.length < 2 ? NOTHING : legend(series)}
</svg>`;
}
function seriesSvg({ name, look, kind, values, text }, widths, x, y, step) {
    const shown = widths.flatMap((width, i) => {
        const value = values[i];
        return value === null ? [] : [{ width, value }];
    });
    const label = (width, value) => markup `<title>${name}, ${width} bits: ${text(value)}</title>`;
    if (kind === 'columns') {
        const side = Math.max(1, 0.7 * step);
        return markup `${shown.map(({ width, value }) => markup `<rect class="${look}" x="${round(x(width) - side / 2)}" y="${round(y(value))}" width="${round(side)}" height="${round(HEIGHT - BOTTOM - y(value))}">${label(width, value)}</rect>`)}`;
    }
    const points = shown.map(({ width, value }) => `${round(x(width))},${round(y(value))}`).join(' ');
    const dots = shown.map(({ width, value }) => markup `<circle class="${look}" cx="${round(x(width))}" cy="${round(y(value))}" r="3.5">${label(width, value)}</circle>`);
    return markup `<polyline class="${look}" points="${points}"/>${dots}`;
}
/** Marks take turns in height above the chart, so that neighbours don't write over each other. */
function markSvg({ width, text }, x, nth) {
    const at = x(width);
    const left = at > WIDTH / 2;
    return markup `<line class="mark" x1="${round(at)}" x2="${round(at)}" y1="${2 + 13 * (nth % 3)}" y2="${HEIGHT - BOTTOM}"/><text text-anchor="${left ? 'end' : 'start'}" x="${round(at + (left ? -5 : 5))}" y="${12 + 13 * (nth % 3)}">${text}</text>`;
}
function legend(series) {
    return markup `${series.map(({ name, look }, i) => markup `<rect class="${look}" x="${LEFT + 130 * i}" y="6" width="11" height="11"/><text x="${LEFT + 130 * i + 16}" y="16">${name}</text>`)}`;
}
function round(value) {
    return Math.round(10 * value) / 10;
}
//# sourceMappingURL=width-chart.js.map