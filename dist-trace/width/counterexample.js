import { elementCount } from "../bits/shape.js";
import { maxSigned } from "../bits/width.js";
import { operandShapes, passConvolution } from "../networks/layer.js";
import { sourceIndex } from "../sim/convolution.js";
import { capacity, largestProduct } from "./bounds.js";
import { mostTaps, nonzeroProducts } from "./taps.js";
/** The fewest products that can overflow A bits. */
export function fewestProducts(formats, width) {
    return capacity(formats, width) + 1n;
}
/** The smallest counterexample in a pass of a layer, or undefined where there is none: then no operands overflow A bits. @throws InputError */
export function counterexample({ layer, pass }, formats, width) {
    const single = { ...layer, ci: 1, co: 1, groups: 1 };
    const conv = passConvolution(single, pass, 1);
    const fewest = fewestProducts(formats, width);
    const met = metProducts(conv);
    if (fewest > BigInt(met.length))
        return undefined;
    const used = met.slice(0, Number(fewest));
    const shapes = operandShapes(single, pass, 1);
    const { output } = mostTaps(conv);
    const product = largestProduct(formats);
    const products = Array.from({ length: used[used.length - 1].tap + 1 }, () => 0n);
    for (const { tap } of used)
        products[tap] = product;
    return {
        width,
        layer: single,
        pass,
        x: extremes(shapes.x, formats.x, formats.xScale, used.map(({ tap }) => tap)),
        y: extremes(shapes.y, formats.y, formats.yScale, used.map(({ source }) => source)),
        output: [0, 0, ...output],
        products,
        limit: maxSigned(width),
    };
}
/** The counterexample with the smallest groups among some passes, the first of them; undefined where there is none. */
export function smallestCounterexample(runs, formats, width) {
    const fewest = fewestProducts(formats, width);
    const sizes = runs.map(({ layer, pass }) => {
        const conv = passConvolution(layer, pass, 1);
        return BigInt(nonzeroProducts(conv)) >= fewest ? conv.groupSize : Infinity;
    });
    const smallest = Math.min(...sizes);
    return smallest === Infinity ? undefined : counterexample(runs[sizes.indexOf(smallest)], formats, width);
}
/** The products of the group that meets the most elements: index k of the tap, position in the source plane. */
function metProducts(conv) {
    const { output, rows, columns } = mostTaps(conv);
    return rows.flatMap((row) => columns.map((column) => ({
        tap: row * conv.columns.taps + column,
        source: sourceIndex(conv.rows, output[0], row) * conv.columns.source + sourceIndex(conv.columns, output[1], column),
    })));
}
/** Zeros, and the largest element at some positions. All scales are 1. */
function extremes(shape, element, scaleFormat, positions) {
    const codes = new Uint16Array(elementCount(shape));
    for (const position of positions)
        codes[position] = element.maxMagnitudeCode;
    return { element, scaleFormat, shape, codes, scales: new Uint16Array(shape[0] * shape[1]), tensorScale: 1 };
}
//# sourceMappingURL=counterexample.js.map