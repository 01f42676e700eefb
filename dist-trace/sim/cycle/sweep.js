import { layerCycles } from "./timing.js";
/** All (x, y) pairs of a layer. */
export function productsOf({ channelGroups, matrixRows, matrixColumns, groupCount, groupSize }) {
    return BigInt(channelGroups) * BigInt(matrixRows) * BigInt(matrixColumns) * BigInt(groupCount) * BigInt(groupSize);
}
/** Multipliers of an array: the products that it can make in a cycle. */
export function multipliers({ rows, cols, treeWidth }) {
    return rows * cols * treeWidth;
}
/** One array. */
export function sweepPoint(layers, array) {
    const cycles = layers.map((grid) => layerCycles(grid, array)).reduce(sum, NONE);
    const products = layers.reduce((total, grid) => total + productsOf(grid), 0n);
    return { array, cycles, products, shares: slotShares(cycles, products, array) };
}
/** Many arrays, in order. */
export function* sweep(layers, arrays) {
    const points = [];
    for (const array of arrays) {
        points.push(sweepPoint(layers, array));
        yield { done: points.length, total: arrays.length };
    }
    return points;
}
/** Products a cycle, on average. */
export function productsPerCycle({ products, cycles }) {
    return Number(products) / Number(cycles.total);
}
function slotShares(cycles, products, array) {
    const { total, stall, drain, idleLanes, idleElements } = cycles;
    const slots = Number(total) * multipliers(array);
    return {
        utilization: Number(products) / slots,
        stall: Number(stall) / Number(total),
        drain: Number(drain) / Number(total),
        idleLanes: Number(idleLanes) / slots,
        idleElements: (Number(idleElements) * array.treeWidth) / slots,
    };
}
const NONE = { total: 0n, issue: 0n, stall: 0n, drain: 0n, idleLanes: 0n, idleElements: 0n };
function sum(a, b) {
    return {
        total: a.total + b.total,
        issue: a.issue + b.issue,
        stall: a.stall + b.stall,
        drain: a.drain + b.drain,
        idleLanes: a.idleLanes + b.idleLanes,
        idleElements: a.idleElements + b.idleElements,
    };
}
//# sourceMappingURL=sweep.js.map