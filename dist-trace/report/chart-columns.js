/** Columns from left to right in one panel or several below each other, as SVG. The panels share the names at the bottom. */
import { coordinate, shortened } from "./chart-axis.js";
import { markup, NOTHING } from "./markup.js";
const LEFT = 56;
const RIGHT = 10;
const HEADING = 24;
const BELOW = 12;
const NAME_LETTERS = 26;
/** The least distance of two names. */
const NAME_STEP = 11;
const LEAST_WIDTH = 760;
/** Of a drawing with very many columns: those become narrower. */
const MOST_WIDTH = 1600;
/** One that is wider would have texts too small to read if it was fitted to a page. */
const SHRINKABLE_WIDTH = 1100;
/** The picture with its size. @param describedBy its title and description, already with their ids */
export function columnChart({ names, panels, panelHeight }, attributes, described) {
    const width = Math.min(MOST_WIDTH, Math.max(LEAST_WIDTH, LEFT + RIGHT + NAME_STEP * names.length));
    const step = (width - LEFT - RIGHT) / Math.max(1, names.length);
    const place = (i) => LEFT + (i + 0.5) * step;
    const short = names.map((name) => shortened(name, NAME_LETTERS));
    const whole = HEADING + panelHeight + BELOW;
    const bottom = panels.length * whole;
    const height = bottom + 8 + 5.4 * Math.max(4, ...short.map((name) => name.length));
    const every = Math.ceil(NAME_STEP / step);
    const labels = short.map((name, i) => i % every === 0 ? markup `<text class="soft small" text-anchor="end" transform="translate(${coordinate(place(i) + 3.5)} ${bottom})rotate(-90)">${name}</text>` : NOTHING);
    const drawn = panels.map((panel, i) => panelSvg(panel, { top: i * whole + HEADING, height: panelHeight, width, step, place }));
    return markup `<svg class="${width > SHRINKABLE_WIDTH ? 'wide' : ''}" viewBox="0 0 ${width} ${Math.ceil(height)}" ${attributes}>${described}${drawn}${labels}</svg>`;
}
function panelSvg({ heading, ticks, base, scale, columns }, { top, height, width, step, place }) {
    const [low, high] = [scale(ticks[0].value), scale(ticks[ticks.length - 1].value)];
    const y = (value) => top + height * (1 - (Math.min(high, Math.max(low, scale(value))) - low) / (high - low));
    const grid = ticks.map(({ value, text }) => markup `<line class="${value === base ? 'base' : 'grid'}" x1="${LEFT}" x2="${width - RIGHT}" y1="${coordinate(y(value))}" y2="${coordinate(y(value))}"/><text class="soft" text-anchor="end" x="${LEFT - 6}" y="${coordinate(y(value) + 4)}">${text}</text>`);
    const drawn = columns.map((column, i) => columnSvg(column, { left: place(i) - step / 2, step, top, height, y, base }));
    return markup `<text class="value" x="${LEFT}" y="${top - 10}">${heading}</text>${grid}${drawn}`;
}
function columnSvg({ title, parts, label }, { left, step, top, height, y, base }) {
    const side = Math.max(0.75 * step, Math.min(step, 1));
    const x = coordinate(left + (step - side) / 2);
    const rects = parts
        .filter(({ from, to }) => from !== to)
        .map(({ look, from, to }) => {
        const [above, below] = [Math.min(y(from), y(to)), Math.max(y(from), y(to))];
        return markup `<rect class="${look}" x="${x}" y="${coordinate(above)}" width="${coordinate(side)}" height="${coordinate(Math.max(0.4, below - above))}"/>`;
    });
    const reach = markup `<rect class="reach" x="${coordinate(left)}" y="${top}" width="${coordinate(step)}" height="${height}"/>`;
    const end = parts.at(-1)?.to ?? base;
    const text = label === undefined || step < NAME_STEP ? NOTHING : labelSvg(label, left + step / 2 + 3.5, y(end), end < base);
    return markup `<g class="column"><title>${title}</title>${reach}${rects}${text}</g>`;
}
function labelSvg(label, x, end, below) {
    const y = below ? end + 4 : end - 4;
    return markup `<text class="small" text-anchor="${below ? 'end' : 'start'}" transform="translate(${coordinate(x)} ${coordinate(y)})rotate(-90)">${label}</text>`;
}
//# sourceMappingURL=chart-columns.js.map