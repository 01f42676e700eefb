/** What `mlsim energy` prints on a terminal. */
import { ROW_TITLES, ROWS } from "../energy/charges.js";
import { PASS_TITLES } from "../energy/findings.js";
import { amountText, ratioText, shareText, unitFor } from "../report/energy-amounts.js";
import { CHARGE_PASS_TITLES, placeText } from "../report/energy-words.js";
import { grouped } from "./print.js";
import { borderless } from "./table.js";
const BINARY32_ROWS = ['bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight'];
const COUNT_TITLES = { ...ROW_TITLES, ewAdd: 'residual additions (multiplications in mls alone)' };
/** @param layers whether to print a line for each layer */
export function energyText(report, layers) {
    const { tables, findings, memory } = report;
    const parts = [
        introduction(report),
        totalsText(tables),
        ...tables.map((under) => breakdownText(under, tables.length > 1)),
        countsText(report),
        ...(layers ? [layersText(report)] : []),
        ...(memory === undefined ? [] : [memoryText(memory)]),
        findings.map(({ text }) => `- ${plain(text)}`).join('\n'),
    ];
    return parts.join('\n\n');
}
function introduction({ request, tables }) {
    const { topology, inputSize, workload, convention, batch, int8Tree } = request;
    const images = `${grouped(batch)} ${batch === 1 ? 'image' : 'images'}`;
    return [
        `${plain(topology.name)} at ${inputSize.join('x')}, ${workload === 'training' ? `training: one step on ${images}` : `inference: ${images}`}`,
        `convention ${convention.name}: ${convention.title}`,
        ...tables.map(({ table }) => `table ${table.name}: ${table.title} (${table.process})`),
        ...(int8Tree === 'fp32' ? ['int8 adds in the tree with binary32 adders'] : []),
    ].join('\n');
}
function totalsText(tables) {
    const [first] = tables;
    const several = tables.length > 1;
    const names = first.arithmetics.map(({ arithmetic }) => arithmetic);
    const lines = tables.map(({ table, arithmetics, ratios }) => {
        const unit = unitFor(arithmetics.map(({ total }) => total));
        return [
            ...(several ? [table.name] : []),
            ...arithmetics.map(({ total }) => `${amountText(total, unit)} ${unit.name}`),
            ...ratios.map(({ numerator, denominator }) => ratioText(numerator, denominator)),
        ];
    });
    return borderless([...(several ? ['table'] : []), ...names, ...first.ratios.map(({ name }) => name)], several ? 1 : 0, lines);
}
function breakdownText({ table, arithmetics }, several) {
    const unit = unitFor(arithmetics.map(({ total }) => total));
    const cell = (energy, total) => (energy === 0n ? '-' : `${amountText(energy, unit)}  ${shareText(energy, total).padStart(7)}`);
    const some = (of) => arithmetics.some((energy) => of(energy) > 0n);
    const lineOf = (title, of) => some(of) ? [[title, ...arithmetics.map((energy) => cell(of(energy), energy.total))]] : [];
    const left = ROWS.filter((row) => some(({ notInSum }) => notInSum[row]));
    const lines = [
        ...ROWS.flatMap((row) => lineOf(ROW_TITLES[row], ({ rows }) => rows[row])),
        ...lineOf('total', ({ total }) => total),
        ...left.flatMap((row) => lineOf(`(not in the sum) ${ROW_TITLES[row]}`, ({ notInSum }) => notInSum[row])),
    ];
    const passes = Object.keys(CHARGE_PASS_TITLES).flatMap((pass) => lineOf(CHARGE_PASS_TITLES[pass], (energy) => energy.passes[pass]));
    const head = (what) => [`${what}${several ? `, ${table.name}` : ''}, ${unit.name}`, ...arithmetics.map(({ arithmetic }) => arithmetic)];
    return `${borderless(head('where the energy goes'), 1, lines)}\n\n${borderless(head('by pass'), 1, passes)}`;
}
function countsText({ counts }) {
    const passes = ['forward', 'weightGradient', 'inputGradient'].map((pass) => {
        const { mul, localAcc, groupScale, treeAdd } = counts.conv[pass];
        return [PASS_TITLES[pass], ...[mul, localAcc, groupScale, treeAdd].map(grouped)];
    });
    const others = BINARY32_ROWS
        .filter((row) => counts[row].elements > 0n)
        .map((row) => [COUNT_TITLES[row], ...[counts[row].elements, counts[row].mul, counts[row].add].map(grouped)]);
    const conv = borderless(['operations of convolutions', 'mul', 'localAcc', 'groupScale', 'treeAdd'], 1, passes);
    return `${conv}\n\n${borderless(['operations in binary32', 'elements', 'mul', 'add'], 1, others)}`;
}
function layersText(report) {
    const [{ table, arithmetics, ratios }, ...others] = report.tables;
    const unit = unitFor(arithmetics.flatMap(({ places }) => places.map(({ total }) => total)));
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
    const lines = arithmetics[0].places.map(({ place }, i) => {
        const energies = arithmetics.map(({ places }) => places[i]);
        const ofMls = mls?.places[i];
        const perRatio = ratios.map(({ arithmetic }) => {
            const position = arithmetics.findIndex((energy) => energy.arithmetic === arithmetic);
            return ratioText(energies[position].total, ofMls?.total ?? 0n);
        });
        return [
            plain(place),
            placeText(report, i),
            ...energies.map(({ total }) => amountText(total, unit)),
            ...perRatio,
            ...(ofMls === undefined ? [] : [shareText(ofMls.rows.convTreeAdd, ofMls.total)]),
        ];
    });
    const head = [
        `by layer${others.length > 0 ? `, ${table.name}` : ''}, ${unit.name}`,
        '',
        ...arithmetics.map(({ arithmetic }) => arithmetic),
        ...ratios.map(({ name }) => name),
        ...(mls === undefined ? [] : ['tree in mls']),
    ];
    return borderless(head, 2, lines);
}
function memoryText({ source, assumptions, accessBits, arithmetics }) {
    const unit = unitFor(arithmetics.map(({ dramHigh }) => dramHigh));
    const lines = arithmetics.map(({ arithmetic, bytes, dramLow, dramHigh, sram }) => [
        arithmetic,
        grouped(bytes),
        amountText(dramLow, unit),
        amountText(dramHigh, unit),
        amountText(sram, unit),
    ]);
    const head = [`memory traffic, ${unit.name}`, 'bytes', 'DRAM, low', 'DRAM, high', 'SRAM'];
    return `An extra beside the model above, in none of its totals, and of another process than its arithmetic:\n${borderless(head, 1, lines)}\n  ${accessBits}-bit words; ${assumptions}\n  ${source}`;
}
/** A name from a file, without what could move a terminal's cursor. */
function plain(text) {
    return text.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '?');
}
//# sourceMappingURL=energy-text.js.map