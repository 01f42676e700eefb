/** The tiles of any convolution, an output each, on the units: every sum a BigInt. */
import { binary32Value } from "../bits/host-float.js";
import { elementCount } from "../bits/shape.js";
import { bitLength } from "../bits/width.js";
import { operandsOfOutput } from "../sim/reference-engine.js";
import { accumulate, EMPTY_ACCUMULATOR } from "../units/local-accumulator.js";
import { rangeWidth } from "./bounds.js";
/** The outputs of a pass, one by one. */
export function* exactTiles(conv, datapath, x, y) {
    const total = elementCount(conv.outputShape);
    for (let output = 0; output < total; output++) {
        const operands = operandsOfOutput(conv, x, y, output);
        const groups = Array.from({ length: conv.groupCount }, (_, g) => {
            const products = Array.from({ length: conv.groupSize }, (_product, k) => datapath.multiply(operands.x(g, k), operands.y(g, k)));
            return { products, ...trackedSum(products), scale: (sum) => datapath.scaleGroup(sum, operands.xScale(g), operands.yScale(g)) };
        });
        yield new ExactTile(output, groups, (scaled) => binary32Value(datapath.convert(scaled)));
    }
}
/** The sum of products, and its lowest and highest value on the way. */
export function trackedSum(products) {
    let sum = 0n;
    let low = 0n;
    let high = 0n;
    for (const product of products) {
        sum += product;
        if (sum > high)
            high = sum;
        if (sum < low)
            low = sum;
    }
    return { sum, low, high };
}
class ExactTile {
    firstOutput;
    count = 1;
    groupCount;
    needs;
    peak;
    groups;
    convert;
    constructor(output, groups, convert) {
        this.firstOutput = output;
        this.groupCount = groups.length;
        this.needs = Uint8Array.from(groups, ({ low, high }) => rangeWidth(low, high));
        const magnitudes = groups.map(({ low, high }) => (high > -low ? high : -low));
        const magnitude = magnitudes.reduce((most, one) => (one > most ? one : most));
        this.peak = { magnitude, output, group: magnitudes.indexOf(magnitude) };
        this.groups = groups;
        this.convert = convert;
    }
    /** Here already converted: the factor is 1. */
    scaledSums(g, out, limit) {
        const group = this.groups[g];
        out[0] = this.convert(group.scale(limit === undefined ? group.sum : limitedSum(group, limit)));
        return 1;
    }
    tallyScaler(tally) {
        for (const { sum, scale } of this.groups) {
            const { q, lsb } = scale(sum);
            const magnitude = q < 0n ? -q : q;
            const lowestBit = magnitude & -magnitude;
            tally.add(magnitude === 0n ? 0 : bitLength(magnitude / lowestBit), isValue(this.convert({ q, lsb }), q, lsb));
        }
    }
}
function limitedSum({ products, sum }, limit) {
    if (limit.overflow === 'wrap')
        return BigInt.asIntN(limit.width, sum);
    return products.reduce((state, product, k) => accumulate(limit, state, product, k === 0), EMPTY_ACCUMULATOR).sum;
}
/** The exponent below all of binary32's bits. */
const LOWEST = 149;
/** Whether a binary32 number is q x 2^lsb. */
function isValue(found, q, lsb) {
    if (!Number.isFinite(found))
        return false;
    // Both as integers of the same weight, 2^-(149 or more).
    const weight = Math.max(LOWEST, -lsb);
    return (BigInt(found * 2 ** LOWEST) << BigInt(weight - LOWEST)) === q << BigInt(weight + lsb);
}
//# sourceMappingURL=exact-tiles.js.map