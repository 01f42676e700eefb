/** Horizontal bars of segments laid end to end, as SVG. */
import { coordinate, textWidth } from "./chart-axis.js";
import { markup, NOTHING } from "./markup.js";
export const BAR_CHART_WIDTH = 760;
const LEFT = 50;
/** Room behind the bars. */
const RIGHT = { ends: 118, noEnds: 6 };
const HEIGHT = 30;
const GAP = 10;
/** Around a text in a segment. */
const MARGIN = 3;
export function barChartHeight({ bars }) {
    return bars.length * (HEIGHT + GAP);
}
/** The bars from top to bottom, without the `svg` around them. */
export function stackedBars(chart) {
    return markup `${chart.bars.map((bar, i) => barSvg(bar, i * (HEIGHT + GAP) + GAP / 2, scaleOf(chart, bar)))}`;
}
function scaleOf(chart, bar) {
    const full = chart.full(bar);
    return full > 0 ? (BAR_CHART_WIDTH - LEFT - RIGHT[chart.hasEnds ? 'ends' : 'noEnds']) / full : 0;
}
function barSvg({ name, end, segments }, top, scale) {
    let x = LEFT;
    const drawn = segments.map((segment) => {
        const left = x;
        x += segment.value * scale;
        return segmentSvg(segment, left, x - left, top);
    });
    const middle = top + HEIGHT / 2 + 4;
    return markup `<text class="value" text-anchor="end" x="${LEFT - 8}" y="${middle}">${name}</text>${drawn}${end === '' ? NOTHING : markup `<text class="value" x="${coordinate(x + 7)}" y="${middle}">${end}</text>`}`;
}
function segmentSvg({ key, labels, title, value }, left, width, top) {
    if (value <= 0)
        return NOTHING;
    const label = labels.find((text) => textWidth(text) + 2 * MARGIN <= width);
    // A gap between neighbours, but never a segment that is all gap.
    const drawn = Math.max(0.4, width - 1);
    const text = label === undefined ? NOTHING : markup `<text class="on-${key}" text-anchor="middle" x="${coordinate(left + drawn / 2)}" y="${top + HEIGHT / 2 + 4}">${label}</text>`;
    return markup `<g><title>${title}</title><rect class="row-${key}" x="${coordinate(left)}" y="${top}" width="${coordinate(drawn)}" height="${HEIGHT}"/>${text}</g>`;
}
//# sourceMappingURL=chart-stacked-bars.js.map