/** What the figures of the energy page rest on: counts, costs, the convention, assumptions, and memory traffic beside them. */
import { ARITHMETIC_TITLES, UNIT_TITLES, UNITS } from "../energy/arithmetic.js";
import { ROW_TITLES } from "../energy/charges.js";
import { CONV_PASSES } from "../energy/counts.js";
import { PASS_TITLES } from "../energy/findings.js";
import { unitFor } from "./energy-amounts.js";
import { energyCell, folded, line, number, numberCell, table, textCell, words } from "./energy-html-table.js";
import { thousands, unitText } from "./energy-words.js";
import { markup, NOTHING } from "./markup.js";
const BINARY32_ROWS = ['bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight'];
export function countTables({ counts }) {
    const conv = CONV_PASSES.map((pass) => line(PASS_TITLES[pass], UNITS.map((unit) => numberCell(thousands(counts.conv[pass][unit])))));
    const rows = BINARY32_ROWS.filter((row) => counts[row].elements > 0n).map((row) => {
        const { elements, mul, add } = counts[row];
        return line(row === 'ewAdd' ? `${ROW_TITLES[row]} (multiplications in mls alone)` : ROW_TITLES[row], [elements, mul, add].map((count) => numberCell(thousands(count))));
    });
    const tables = markup `${table({ id: 'counts-convolution', caption: 'Operations of convolutions', heads: [words('pass'), ...UNITS.map((unit) => number(unit))], rows: conv })}
${table({ id: 'counts-binary32', caption: 'Operations in binary32', heads: [words('what'), number('elements'), number('mul'), number('add')], rows })}`;
    return markup `<section><h2>Operations counted</h2>${folded('Counts', tables)}</section>
`;
}
/** @param nth of the table, from 1 */
export function costSection({ table: costs, arithmetics }, nth) {
    const rows = arithmetics.map(({ arithmetic }) => {
        const { title, source, note, costs_fJ } = costs.arithmetics[arithmetic] ?? { title: '', source: '', note: undefined, costs_fJ: {} };
        const figures = UNITS.map((unit) => numberCell(costText(costs_fJ[unit])));
        return line(arithmetic, [...figures, textCell(title), textCell(note === undefined ? source : `${source}. ${note}`, 'sentence')]);
    });
    const heads = [words(''), ...UNITS.map((unit) => number(UNIT_TITLES[unit])), words('of'), words('source')];
    return markup `<section><h2>Costs: table ${costs.name}</h2>
<p>${costs.title}: ${costs.process}. ${costs.source}.</p>
${table({ id: `costs-${nth}`, caption: 'One operation, fJ', heads, rows })}
${others(costs)}
<p class="soft">${arithmetics.map(({ arithmetic }) => `${arithmetic}: ${ARITHMETIC_TITLES[arithmetic]}`).join('; ')}. A binary32 addition outside a convolution costs what fp32 accumulates with.</p></section>
`;
}
function others({ otherFigures = [] }) {
    return otherFigures.length === 0 ? NOTHING : markup `<p class="soft">Also in this source, and not used: ${otherFigures.map(({ name, fJ }) => `${name} ${thousands(fJ)} fJ`).join(', ')}.</p>`;
}
function costText(cost) {
    return cost === null || cost === undefined ? '-' : thousands(cost);
}
export function conventionSection({ request }) {
    const { convention, int8Tree, workload } = request;
    const facts = [
        ['convention', `${convention.name}: ${convention.title}`],
        ['first convolution', convention.firstConvolution === 'fp32' ? 'binary32 in every arithmetic' : 'in the compared arithmetic'],
        ["its tree additions in MLS's counts", convention.firstTreeAdditions ? 'counted' : 'not counted'],
        ['quantization of weights', convention.weightQuantization ? 'in the sum' : 'not in the sum'],
        ["int8's adder tree", int8Tree === 'fp32' ? 'binary32 additions' : 'as its local additions: an assumption'],
    ];
    const model = [
        'Every energy is a count of operations times a cost of the table. Both are exact integers, and rows, passes and layers add up to their totals exactly; only what is printed is rounded.',
        'Taps that fall into the padding count. In the input gradient the error is zero-dilated to the size of the input; the first layer has none.',
        'A group of MLS is one kernel plane of one input channel, in the weight gradient the output plane of one image; each group costs one scaling and one tree addition.',
        workload === 'training'
            ? 'Batch normalization, fully connected layers, the weight update, residual additions and quantization run in binary32.'
            : 'Fully connected layers, residual additions and quantization run in binary32.',
        'Utilization, registers, clock and memory are not in the model: a real ratio is smaller.',
    ];
    return markup `<section><h2>Convention and assumptions</h2><dl class="source">${facts.map(([name, value]) => markup `<dt>${name}</dt><dd>${value}</dd>`)}</dl>
<ul>${model.map((text) => markup `<li>${text}</li>`)}</ul></section>
`;
}
export function memorySection({ memory }) {
    if (memory === undefined)
        return NOTHING;
    const unit = unitFor(memory.arithmetics.map(({ dramHigh }) => dramHigh));
    const rows = memory.arithmetics.map(({ arithmetic, bytes, dramLow, dramHigh, sram }) => line(arithmetic, [numberCell(thousands(bytes)), ...[dramLow, dramHigh, sram].map((energy) => energyCell(energy, unit))]));
    const heads = [words(''), number('bytes'), number('DRAM, low'), number('DRAM, high'), number('SRAM')];
    return markup `<section><h2>Memory traffic, an extra</h2><p><b>In none of the totals above</b>, and of another process than their arithmetic: compare orders of magnitude, not sums.</p>
${table({ id: 'memory', caption: `Memory traffic, ${unitText(unit)}`, heads, rows })}
<p class="soft">${memory.accessBits}-bit words; ${memory.assumptions}. ${memory.source}.</p></section>
`;
}
//# sourceMappingURL=energy-html-basis.js.map