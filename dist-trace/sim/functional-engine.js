/**
 * The functional engine: the bits, counts and overflows of `runReference`, on typed arrays.
 *
 * It takes a datapath's integer form. Sums of a group are kept in doubles, which `planKernel` allows only where each is an exact integer;
 * the host's binary32 (Math.fround) stands for the converter and the adders. Where that would not be exact there is no plan, and the
 * caller takes the reference engine.
 */
import { CANONICAL_NAN } from "../bits/binary32.js";
import { elementCount, indexOf } from "../bits/shape.js";
import { convolutionCounts } from "./counts.js";
import { accumulateChecked, accumulateExact } from "./functional-kernels.js";
import { addressing, paddedPlaneElements, sourcePlanes } from "./functional-planes.js";
import { FunctionalTree } from "./functional-tree.js";
/** Integers of more bits than this, times a group factor, are not always exact in a double. */
const DOUBLE_BITS = 53;
/**
 * The kernel that is exact for a convolution of given operands, or undefined where doubles are not enough.
 * @param groupSize K @param xMax, yMax the largest magnitude integers that occur in the operands
 */
export function planKernel(form, groupSize, xMax, yMax) {
    const { width } = form.accumulator;
    const product = BigInt(xMax) * BigInt(yMax);
    const largestSum = BigInt(groupSize) * product;
    const accumulatorLimit = 1n << BigInt(width - 1);
    const exactLimit = 1n << BigInt(DOUBLE_BITS - form.factorBits);
    if (largestSum < accumulatorLimit && largestSum <= exactLimit)
        return 'exact';
    // A step's sum before it wraps, and the scaled sum after it, must be exact.
    const largestStep = accumulatorLimit + product;
    return largestStep <= 1n << BigInt(DOUBLE_BITS) && accumulatorLimit <= exactLimit ? 'checked' : undefined;
}
/** The largest magnitude integer among an operand's codes. */
export function largestMagnitude(codes, integers) {
    let max = 0;
    for (const code of codes)
        max = Math.max(max, Math.abs(integers[code]));
    return max;
}
/** Outputs computed side by side: large enough to amortize a group's overhead, small enough for the cache with 16 lanes. */
const TILE = 512;
/** Padding, and zeros between strides, may make the source this much larger, or as large as 64 Mi elements: 8 bytes each. */
const MAX_SOURCE_GROWTH = 4;
const SMALL_SOURCE = 2 ** 26;
/** Positions are 32-bit integers. */
const MAX_PLANE_ELEMENTS = 2 ** 31 - 1;
/** The kernel for a convolution, or undefined where the reference engine has to take it. */
export function planFunctional(conv, form, x, y) {
    const planeElements = paddedPlaneElements(conv.rows, conv.columns);
    const allowed = Math.max(SMALL_SOURCE, MAX_SOURCE_GROWTH * y.codes.length);
    if (planeElements > MAX_PLANE_ELEMENTS || planeElements * y.shape[0] * y.shape[1] > allowed)
        return undefined;
    return planKernel(form, conv.groupSize, largestMagnitude(x.codes, form.xIntegers), largestMagnitude(y.codes, form.yIntegers));
}
/** Runs a pass. Equal to `runReference` in every bit, count and overflow; each step is a tile of an output plane. */
export function* runFunctional(conv, form, kernel, x, y, tensorScale) {
    const { outputShape, groupCount, groupSize } = conv;
    const total = elementCount(outputShape);
    const planeSize = outputShape[2] * outputShape[3];
    const taps = Float64Array.from(x.codes, (code) => form.xIntegers[code]);
    const sources = sourcePlanes(conv.rows, conv.columns, y.shape, (position) => form.yIntegers[y.codes[position]]);
    const planeElements = paddedPlaneElements(conv.rows, conv.columns);
    const { outputBases, tapOffsets } = addressing(conv.rows, conv.columns);
    const sums = new Float64Array(Math.min(TILE, planeSize));
    const overflowed = new Uint8Array(sums.length);
    const tree = new FunctionalTree(form.treeWidth, sums.length, form.subnormals);
    const values = new Float32Array(total);
    const overflow = new OverflowTally();
    const outputScale = tensorScale === 1 ? tree.roundOperandProduct(x.tensorScale, y.tensorScale) : undefined;
    for (let plane = 0; plane < outputShape[0] * outputShape[1]; plane++) {
        const o0 = Math.floor(plane / outputShape[1]);
        const o1 = plane % outputShape[1];
        for (let start = 0; start < planeSize; start += TILE) {
            const count = Math.min(TILE, planeSize - start);
            const tileBases = outputBases.subarray(start, start + count);
            const firstOutput = plane * planeSize + start;
            tree.clear(count);
            for (let g = 0; g < groupCount; g++) {
                const xPlane = conv.xPlane(o0, o1, g);
                const yPlane = conv.yPlane(o0, o1, g);
                const weights = taps.subarray(xPlane * groupSize, (xPlane + 1) * groupSize);
                const source = sources.subarray(yPlane * planeElements, (yPlane + 1) * planeElements);
                if (kernel === 'exact') {
                    accumulateExact(sums, weights, source, tileBases, tapOffsets);
                }
                else {
                    accumulateChecked(sums, overflowed, weights, source, tileBases, tapOffsets, form.accumulator);
                    overflow.add(overflowed, count, firstOutput, g);
                }
                tree.addGroup(sums, form.multiplier(x.scales[xPlane], y.scales[yPlane]) * 2 ** form.lsb(x.scales[xPlane], y.scales[yPlane]), count);
            }
            tree.finish(values.subarray(firstOutput, firstOutput + count), outputScale);
            yield { done: firstOutput + count, total };
        }
    }
    const bits = new Uint32Array(values.buffer);
    canonicalizeNaNs(bits);
    return { shape: outputShape, bits, counts: convolutionCounts(conv, tensorScale), overflow: overflow.report(conv) };
}
/** Counts overflowed groups and keeps the first in output order. */
class OverflowTally {
    groups = 0;
    output = Infinity;
    group = 0;
    /** @param flags one for each output of a tile, in order; groups come in ascending order for each output */
    add(flags, count, firstOutput, g) {
        for (let i = 0; i < count; i++) {
            if (flags[i] === 0)
                continue;
            this.groups++;
            if (firstOutput + i < this.output) {
                this.output = firstOutput + i;
                this.group = g;
            }
        }
    }
    report({ outputShape }) {
        return { groups: this.groups, first: this.groups === 0 ? null : { output: indexOf(outputShape, this.output), group: this.group } };
    }
}
/** The host's NaNs may have any payload; the datapath's is one. */
function canonicalizeNaNs(bits) {
    for (let i = 0; i < bits.length; i++)
        if ((bits[i] & 0x7fff_ffff) > 0x7f80_0000)
            bits[i] = CANONICAL_NAN;
}
//# sourceMappingURL=functional-engine.js.map