import { layerText } from "../networks/verify.js";
import { multipliers, productsPerCycle, sweepPoint } from "../sim/cycle/sweep.js";
import { grouped } from "./print.js";
import { borderless } from "./table.js";
/** A table of more rows takes its library minutes, and nobody reads it. */
const MAX_TABLE_ROWS = 1000;
/** A row for each layer, on one array. */
export function layerRows(runs, array) {
    return runs.map((one) => ({ run: one, point: sweepPoint([one.grid], array) }));
}
const AXES = [
    { title: 'array', head: 'array', text: ({ rows, cols }) => `${rows}x${cols}` },
    { title: 'tree width', head: 'T', text: ({ treeWidth }) => String(treeWidth) },
    { title: 'fp-add latency', head: 'Lf', text: ({ fpAddLatency }) => String(fpAddLatency) },
    { title: 'fp-mul latency', head: 'Lm', text: ({ fpMulLatency }) => String(fpMulLatency) },
    { title: 'interleave', head: 'I', text: ({ interleave }) => String(interleave) },
];
const varies = (arrays) => ({ text }) => arrays.some((array) => text(array) !== text(arrays[0]));
const FIGURES = [
    { head: 'cycles', text: ({ cycles }) => grouped(cycles.total) },
    { head: 'issue', text: ({ cycles }) => grouped(cycles.issue) },
    { head: 'stall', text: ({ shares }) => percent(shares.stall) },
    { head: 'drain', text: ({ shares }) => percent(shares.drain) },
    { head: 'idle lanes', text: ({ shares }) => percent(shares.idleLanes) },
    { head: 'idle PEs', text: ({ shares }) => percent(shares.idleElements) },
    { head: 'utilization', text: ({ shares }) => percent(shares.utilization) },
    { head: 'products/cycle', text: (point) => productsPerCycle(point).toFixed(2) },
];
function percent(share) {
    return `${(100 * share).toFixed(2)} %`;
}
/** What was swept, and what is the same on all arrays. */
export function introduction(swept) {
    const { network, layers, runs, arrays, points, pass, batch, tensorScale } = swept;
    const what = network ? `${network.name} at ${layers[0].input.join('x')}` : `a layer of ${layerText(layers[0])}`;
    const fixed = AXES.filter((one) => !varies(arrays)(one)).map(({ title, text }) => `${title} ${text(arrays[0])}`);
    const counted = `${runs.length} ${runs.length === 1 ? 'run' : 'runs'} of ${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}`;
    const lines = [
        `${what}, ${pass}, batch ${batch}: ${counted}, ${grouped(points[0].products)} products`,
        ...(skipped(swept) === null ? [] : [`without the input gradient of ${layers[0].name}: nothing comes before it`]),
        ...(fixed.length === 0 ? [] : [`${fixed.join(', ')}${tensorScale ? '' : ', no tensor scale'}`]),
    ];
    return lines.join('\n');
}
/** The layer whose input gradient is left out. */
function skipped({ network, pass, layers }) {
    return network !== undefined && (pass === 'training' || pass === 'input-grad') ? layers[0].name : null;
}
/** A table of all rows. */
export function tableText(rows, arrays) {
    const axes = AXES.filter(varies(arrays));
    const labels = rows[0].run === undefined ? [...axes.map(({ head }) => head), 'multipliers'] : ['layer', 'pass', 'outputs', 'G', 'K'];
    const head = [...labels, ...FIGURES.map((figure) => figure.head)];
    const leftLabels = rows[0].run === undefined ? 0 : 2;
    const lines = rows.slice(0, MAX_TABLE_ROWS).map(({ run: one, point }) => {
        const values = one === undefined ? [...axes.map(({ text }) => text(point.array)), grouped(multipliers(point.array))] : runLabels(one);
        return [...values, ...FIGURES.map(({ text }) => text(point))];
    });
    const more = rows.length - MAX_TABLE_ROWS;
    return `${borderless(head, leftLabels, lines)}${more > 0 ? `\n  and ${more} more: --csv and --json have all` : ''}`;
}
function runLabels({ layer, pass, grid: { channelGroups, matrixRows, matrixColumns, groupCount, groupSize } }) {
    return [layer.name, pass, grouped(BigInt(channelGroups * matrixRows) * BigInt(matrixColumns)), String(groupCount), String(groupSize)];
}
/** How the clocked model compared. */
export function verificationText({ arrays, cases, shrunk, tooLarge, mismatches }, all) {
    const size = shrunk === 0 ? 'at full size' : `${shrunk} of them shrunk in channels, image or batch, with the same kernel, stride, dilation and kind of channel groups`;
    const left = tooLarge === 0 ? '' : `\n${tooLarge} ${tooLarge === 1 ? 'run' : 'runs'} left out: even the smallest layer of their kind takes too long to step on so large an array`;
    const outcome = mismatches.length === 0 ? 'every cycle count equals the closed form' : `${mismatches.length} of the runs differ from the closed form`;
    const lines = mismatches.map((mismatch) => `\nmismatch: ${mismatchText(mismatch)}`);
    return `clocked model, ${arrays} of ${all} ${all === 1 ? 'array' : 'arrays'}, ${cases} different runs (${size}): ${outcome}${left}${lines.join('')}`;
}
function mismatchText({ array, layer, batch, pass, counts }) {
    const differences = counts.map(({ name, closedForm, clocked }) => `${name} ${grouped(closedForm)} in closed form, ${grouped(clocked)} clocked`);
    const place = AXES.map(({ title, text }) => `${title} ${text(array)}`).join(', ');
    return `${layer.name} ${pass} (${layerText(layer)}, batch ${batch}) on ${place}: ${differences.join('; ')}`;
}
/** The figures of a row under their names in --json and --csv. */
function figures({ array, cycles, products, shares }) {
    return {
        parameters: { ...array, multipliers: multipliers(array) },
        counts: { ...cycles },
        derived: {
            products,
            productsPerCycle: productsPerCycle({ array, cycles, products, shares }),
            utilization: shares.utilization,
            stallShare: shares.stall,
            drainShare: shares.drain,
            idleLaneShare: shares.idleLanes,
            idleElementShare: shares.idleElements,
        },
    };
}
/** All rows as comma-separated values. */
export function csvText(rows) {
    const records = rows.map(({ run: one, point }) => {
        const { parameters, counts, derived } = figures(point);
        return { ...(one === undefined ? {} : { layer: one.layer.name, pass: one.pass }), ...parameters, ...counts, ...derived };
    });
    return [Object.keys(records[0]), ...records.map((record) => Object.values(record))].map((line) => line.join(',')).join('\n');
}
/** What --json prints. */
export function jsonFigures(swept) {
    const { network, layers, runs, points, rows, pass, batch, perLayer, verification } = swept;
    const flat = (point) => {
        const { parameters, counts, derived } = figures(point);
        return { array: parameters, cycles: counts, ...derived };
    };
    return {
        ...(network ? { network: network.name, inputSize: layers[0].input } : { layer: layers[0] }),
        pass,
        batch,
        layerCount: layers.length,
        runs: runs.length,
        withoutInputGradient: skipped(swept),
        points: (perLayer ? points : rows.map(({ point }) => point)).map(flat),
        ...(perLayer ? { layers: rows.map(({ run: one, point }) => ({ layer: one?.layer.name, pass: one?.pass, grid: one?.grid, ...flat(point) })) } : {}),
        ...(verification === undefined ? {} : { verification }),
    };
}
//# sourceMappingURL=sweep-text.js.map