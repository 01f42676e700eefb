/** The closed form of the cycles against the clocked model, on the layers of a network. */
import { elementCount } from "../bits/shape.js";
import { philoxIntegers } from "../bits/philox.js";
import { multipliers } from "../sim/cycle/sweep.js";
import { layerCycles } from "../sim/cycle/timing.js";
import { operandShapes, passConvolution, passGrid } from "./layer.js";
import { shrinkLayer } from "./shrink.js";
const COUNTS = ['total', 'issue', 'stall', 'drain', 'idleLanes', 'idleElements'];
/** `count` of the items, spread evenly from the first to the last; all of them if there are no more. */
export function spread(items, count) {
    if (count >= items.length)
        return items;
    return Array.from({ length: count }, (_, i) => items[count === 1 ? 0 : Math.floor((i * (items.length - 1)) / (count - 1))]);
}
/** Runs every layer on every array. */
export function* verify(runs, arrays, options, clocked) {
    const planned = arrays.map((array) => plan(runs, array, options.slots));
    const cases = planned.flatMap((one) => one.cases);
    const mismatches = [];
    for (const [position, one] of cases.entries()) {
        const steps = runCase(one, options, clocked);
        let step = steps.next();
        for (; step.done !== true; step = steps.next()) {
            yield { done: position + step.value.done / Math.max(1, step.value.total), total: cases.length };
        }
        if (step.value !== undefined)
            mismatches.push(step.value);
    }
    return {
        arrays: arrays.length,
        cases: cases.length,
        shrunk: cases.filter(({ shrunk }) => shrunk).length,
        tooLarge: planned.reduce((sum, { tooLarge }) => sum + tooLarge, 0),
        mismatches,
    };
}
/** The cases of one array. Runs that differ in name only, or that shrink to the same one, are simulated once. */
function plan(runs, array, slots) {
    const different = new Map(runs.map((one) => [nameless(one), one]));
    const fits = (pass) => (candidate) => simulated(candidate, pass, array) <= slots / different.size;
    const cases = new Map();
    let tooLarge = 0;
    for (const { layer, pass, batch } of different.values()) {
        const found = shrinkLayer({ layer, batch }, pass, array, fits(pass));
        if (found === undefined) {
            tooLarge++;
            continue;
        }
        const one = { ...found, pass, array, shrunk: found.layer !== layer };
        cases.set(nameless(one), one);
    }
    return { cases: [...cases.values()], tooLarge };
}
/** All that the cycles depend on. */
function nameless({ layer, pass, batch }) {
    return JSON.stringify([pass, batch, { ...layer, name: '' }]);
}
/** What a simulation handles: multiplier slots, and at least the operands' elements. */
function simulated({ layer, batch }, pass, array) {
    const { total } = layerCycles(passGrid(layer, pass, batch), array);
    const { x, y } = operandShapes(layer, pass, batch);
    return Math.max(Number(total) * multipliers(array), elementCount(x) + elementCount(y));
}
function* runCase(one, options, clocked) {
    const { layer, pass, batch, array } = one;
    const conv = passConvolution(layer, pass, batch);
    const shapes = operandShapes(layer, pass, batch);
    const found = yield* clocked(conv, randomTensor(shapes.x, options, 0), randomTensor(shapes.y, options, 1), array, layer.groups);
    const grid = passGrid(layer, pass, batch);
    const expected = layerCycles(grid, array);
    const counts = COUNTS.filter((name) => found[name] !== expected[name]).map((name) => ({ name, closedForm: expected[name], clocked: found[name] }));
    return counts.length === 0 ? undefined : { ...one, counts };
}
/** Random codes and scales; every code, not just those that quantization makes. */
function randomTensor(shape, { element, scaleFormat, seed }, stream) {
    const codes = philoxIntegers(seed, 2 * stream, element.codeBits);
    const scales = philoxIntegers(seed, 2 * stream + 1, scaleFormat.codeBits);
    return {
        element,
        scaleFormat,
        shape,
        codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => codes(i)),
        scales: Uint16Array.from({ length: shape[0] * shape[1] }, (_, i) => scales(i)),
        tensorScale: 1,
    };
}
/** How a layer reads in a message. */
export function layerText({ co, ci, kernel, stride, padding, dilation, groups, input }) {
    const geometry = [
        ['stride', stride, 1],
        ['padding', padding, 0],
        ['dilation', dilation, 1],
    ];
    const said = geometry.filter(([, [a, b], plain]) => a !== plain || b !== plain).map(([name, [a, b]]) => `, ${name} ${a === b ? a : `${a},${b}`}`);
    return `${ci} to ${co} channels, kernel ${kernel.join('x')}, input ${input.join('x')}${said.join('')}${groups === 1 ? '' : `, ${groups} channel groups`}`;
}
//# sourceMappingURL=verify.js.map