import { markup, NOTHING } from "./markup.js";
import { page } from "./page.js";
import { CHECK_STYLE } from "./check-style.js";
import { chartSvg } from "./width-chart.js";
import { widthRows } from "./width-rows.js";
import { answerText, boundRows, peakText, percentText, scalerText, sqnrText, thousands } from "./width-words.js";
/** The colours of the charts: blue and orange, which everybody can tell apart. */
const CHART_STYLE = `
:root { --a: #2f6fb2; --b: #c2600c; }
@media (prefers-color-scheme: dark) { :root { --a: #7db4ee; --b: #f0a15c; } }
svg { max-width: 46rem; margin: 0; }
svg .grid { stroke: var(--line); stroke-width: 1; }
svg .mark { stroke: var(--text); stroke-width: 1; stroke-dasharray: 3 3; }
svg .a { fill: var(--a); } svg .b { fill: var(--b); }
svg polyline.a { fill: none; stroke: var(--a); stroke-width: 2; } svg polyline.b { fill: none; stroke: var(--b); stroke-width: 2; }
`;
export function measurementHtml(measurement, subject) {
    const { shape, worst, needs, trees } = measurement;
    const title = `${subject.pass}, [${shape.join(',')}]: ${needs.width} bits hold every partial sum`;
    const rows = widthRows(measurement);
    const overflows = needs.overflow.some(({ width, groups }) => width === subject.accumulatorWidth && groups > 0);
    return page(title, `${CHECK_STYLE}${CHART_STYLE}`, markup `<header>
<h1>${title}</h1>
<p><span class="verdict ${overflows ? 'bad' : 'good'}">${answerText(measurement, subject.accumulatorWidth)}</span></p>
<p>${thousands(needs.groups)} groups of ${thousands(worst.groupSize)} products, ${subject.formats[0]} x ${subject.formats[1]}; ${peakText(measurement)}.</p>
</header>
${boundTable(measurement)}
<section><h2>Bits that each group needs</h2>${needsChart(measurement)}</section>
${rows.some(({ overflowing }) => overflowing > 0) ? markup `<section><h2>Groups that overflow</h2>${rateChart(rows, subject)}</section><section><h2>What it does to the output</h2>${qualityChart(rows)}<p class="soft">Signal to noise of the outputs against those of a wide accumulator. Where no output changes there is no point.</p></section>` : NOTHING}
<section><h2>By width</h2>${widthTable(rows)}</section>
<section><h2>Behind the accumulator</h2><p>${scalerText(measurement)}.</p>${trees === null ? NOTHING : treeTable(trees)}</section>
<footer><h2>Source</h2><dl class="source"><dt>X</dt><dd class="code">${subject.files[0]}</dd><dt>Y</dt><dd class="code">${subject.files[1]}</dd></dl></footer>`);
}
function boundTable(measurement) {
    const rows = boundRows(measurement).map(({ what, width, sum }) => markup `<tr><td>${what}</td><td class="number">${width}</td><td class="number">${thousands(sum)}</td></tr>`);
    return markup `<div class="scroll"><table><thead><tr><th>accumulator for</th><th class="number">bits</th><th class="number">largest sum</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
const logarithm = (value) => Math.log10(value);
/** A tick at each so many-th power of ten. */
function decades(low, high, text) {
    const every = Math.ceil((high - low) / 6);
    const powers = Array.from({ length: Math.floor((high - low) / every) + 1 }, (_, i) => high - every * i).toReversed();
    return powers.map((power) => ({ value: 10 ** power, text: text(10 ** power) }));
}
function needsChart({ worst, known, needs }) {
    const first = needs.widths[0]?.[0] ?? 1;
    const last = Math.max(worst.width, needs.width);
    const widths = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const most = Math.max(...needs.widths.map(([, groups]) => groups));
    const marks = [
        { width: worst.width, text: 'any operands' },
        { width: known.width, text: 'this X, any Y' },
        { width: needs.width, text: 'these operands' },
    ];
    return chartSvg({
        title: `Groups by the smallest accumulator that holds their partial sums: from ${first} to ${needs.width} bits`,
        widths,
        // From half a group on, so that a single one has a column.
        series: [{ name: 'groups', look: 'a', kind: 'columns', values: widths.map((width) => needs.widths.find(([need]) => need === width)?.[1] ?? null), text: thousands }],
        marks,
        ticks: [{ value: 0.5, text: '' }, ...decades(0, Math.max(1, Math.ceil(Math.log10(most))), thousands)],
        scale: logarithm,
    });
}
function rateChart(rows, { accumulatorWidth }) {
    const rates = rows.map(({ rate }) => rate).filter((rate) => rate > 0);
    return chartSvg({
        title: 'Share of groups that overflow, by width of the accumulator',
        widths: rows.map(({ width }) => width),
        series: [{ name: 'groups that overflow', look: 'a', kind: 'line', values: rows.map(({ rate }) => (rate > 0 ? rate : null)), text: percentText }],
        marks: [{ width: accumulatorWidth, text: `${accumulatorWidth} bits` }],
        ticks: decades(Math.min(-1, Math.floor(Math.log10(Math.min(...rates)))), 0, (rate) => `${Number((100 * rate).toPrecision(1))} %`),
        scale: logarithm,
    });
}
function qualityChart(rows) {
    const decibels = (effect) => (effect !== undefined && effect.sqnr !== null && Number.isFinite(effect.sqnr) ? effect.sqnr : null);
    const all = rows.flatMap(({ wrap, saturate }) => [decibels(wrap), decibels(saturate)]).filter((value) => value !== null);
    if (all.length === 0)
        return NOTHING;
    const low = Math.min(0, 20 * Math.round(Math.min(...all) / 20));
    const high = Math.max(20, 20 * Math.ceil(Math.max(...all) / 20));
    const text = (value) => `${value.toFixed(1)} dB`;
    return chartSvg({
        title: 'Signal to noise of the output, by width of an accumulator that wraps and of one that saturates',
        widths: rows.map(({ width }) => width),
        series: [
            { name: 'wrap', look: 'b', kind: 'line', values: rows.map(({ wrap }) => decibels(wrap)), text },
            { name: 'saturate', look: 'a', kind: 'line', values: rows.map(({ saturate }) => decibels(saturate)), text },
        ],
        marks: [],
        ticks: Array.from({ length: (high - low) / 20 + 1 }, (_, i) => ({ value: low + 20 * i, text: `${low + 20 * i} dB` })),
        scale: (value) => value,
    });
}
function widthTable(rows) {
    const head = ['A', 'groups that need A', 'overflow A', 'rate', 'wrap: changed', 'SQNR', 'saturate: changed', 'SQNR'];
    const lines = rows.map(({ width, needing, overflowing, rate, wrap, saturate }) => [String(width), thousands(needing), thousands(overflowing), percentText(rate), percentText(wrap?.share ?? 0), sqnrText(wrap), percentText(saturate?.share ?? 0), sqnrText(saturate)]);
    return numbers(head, lines);
}
function treeTable(trees) {
    const lines = trees.map(({ order, width, depth, bound, largest, rms, exact }) => [order, String(width), String(depth), bound.toFixed(2), largest.toFixed(3), rms.toFixed(4), percentText(exact)]);
    return markup `<h2>Adder trees</h2><p class="soft">Errors in units of 2^-24 x sum |x| of an output's terms, against their exact sum.</p>${numbers(['tree', 'T', 'depth', 'bound', 'largest error', 'rms', 'exact'], lines)}`;
}
function numbers(head, lines) {
    return markup `<div class="scroll"><table><thead><tr>${head.map((name) => markup `<th class="number">${name}</th>`)}</tr></thead><tbody>${lines.map((line) => markup `<tr>${line.map((value) => markup `<td class="number">${value}</td>`)}</tr>`)}</tbody></table></div>`;
}
//# sourceMappingURL=width-html.js.map