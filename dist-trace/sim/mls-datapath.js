import { elementInteger, MAX_EXPONENT_BITS, MAX_MANTISSA_BITS } from "../formats/element.js";
import { MAX_SCALE_EXPONENT_BITS, scaleValue } from "../formats/group-scale.js";
import { adderTree, MAX_TREE_WIDTH, requireTreeWidth } from "../units/adder-tree.js";
import { addFp32 } from "../units/fp32-adder.js";
import { LSB_EXPONENT_BITS, scaledSumBits, scaleGroup } from "../units/group-scaler.js";
import { intToFp32 } from "../units/int-to-fp32.js";
import { accumulate, ACCUMULATOR_OVERFLOWS, accumulatorFormat, EMPTY_ACCUMULATOR, MAX_ACCUMULATOR_WIDTH, MIN_ACCUMULATOR_WIDTH, } from "../units/local-accumulator.js";
import { multiply, productBits } from "../units/multiplier.js";
import { applyTensorScale, outputScale } from "../units/tensor-scale.js";
export const mlsDescription = {
    name: 'mls',
    title: 'multi-level scaling: integer products and sums in a group, shift-add group scales, a binary32 adder tree',
    source: 'Zhong, Ning et al., "Exploring the Potential of Low-bit Training of Convolutional Neural Networks", Fig. 1(b), Eq. 6-8',
    operand: {
        element: 'float <E,M> with subnormals, without infinity or NaN',
        exponentBits: { low: 0, high: MAX_EXPONENT_BITS, default: 2 },
        mantissaBits: { low: 0, high: MAX_MANTISSA_BITS, default: 4 },
    },
    product: 'exact signed integer',
    localAccumulation: {
        kind: "two's complement integer",
        width: { low: MIN_ACCUMULATOR_WIDTH, high: MAX_ACCUMULATOR_WIDTH, default: 32 },
        overflow: ACCUMULATOR_OVERFLOWS,
    },
    groupScale: {
        kind: 'shift-add of {1, 1.5} x 2^-k, then one rounding to binary32',
        exponentBits: { low: 1, high: MAX_SCALE_EXPONENT_BITS, default: 8 },
        mantissaBits: { low: 0, high: 1, default: 1 },
    },
    tree: { format: 'binary32', width: { low: 1, high: MAX_TREE_WIDTH, default: 16 } },
    tensorScale: 'one binary32 multiplication for an output (optional)',
};
/** The defaults of an MLS unit for two operands. */
export function mlsDefaults(x, y) {
    return {
        x,
        y,
        accumulatorWidth: mlsDescription.localAccumulation.width.default,
        accumulatorOverflow: 'wrap',
        treeWidth: mlsDescription.tree.width.default,
        subnormals: { flushToZero: false },
        tensorScale: true,
    };
}
/** The MLS datapath of given parameters. @throws InputError, TypeError for a parameter out of range */
export function mlsDatapath(parameters) {
    const { x, y, subnormals, tensorScale } = parameters;
    const accumulator = accumulatorFormat(parameters.accumulatorWidth, parameters.accumulatorOverflow);
    const treeWidth = requireTreeWidth(parameters.treeWidth);
    const elementLsb = x.element.lsb + y.element.lsb;
    const [xFactors, yFactors] = [scaleFactors(x), scaleFactors(y)];
    const scale = (sum, xScale, yScale) => scaleGroup(sum, elementLsb, { format: x.scaleFormat, code: xScale }, { format: y.scaleFormat, code: yScale });
    return {
        name: mlsDescription.name,
        multiply: (xCode, yCode) => multiply(x.element, xCode, y.element, yCode),
        accumulate: (old, product, first) => accumulate(accumulator, old, product, first),
        empty: EMPTY_ACCUMULATOR,
        scaleGroup: scale,
        convert: ({ q, lsb }) => intToFp32(q, lsb, subnormals).bits,
        add: (a, b) => addFp32(a, b, subnormals).bits,
        treeWidth,
        addTerms: (terms) => adderTree(terms, treeWidth, subnormals),
        outputScale: (xScale, yScale) => outputScale(xScale, yScale, subnormals),
        applyOutputScale: (sum, scaleBits) => (tensorScale ? applyTensorScale(sum, scaleBits, subnormals) : sum),
        tensorScaleMultiplications: tensorScale ? 1 : 0,
        words: {
            product: { name: 'product', width: productBits(x.element, y.element), word: (product) => product },
            sum: { name: 'sum', width: accumulator.width, word: (sum) => sum },
            scaled: [
                { name: 'q', width: scaledSumBits(accumulator.width, x.scaleFormat, y.scaleFormat), word: ({ q }) => q, initial: ZERO_SUM },
                { name: 'lsb', width: LSB_EXPONENT_BITS, word: ({ lsb }) => BigInt(lsb), initial: ZERO_SUM },
            ],
            xScaleBits: x.scaleFormat.codeBits,
            yScaleBits: y.scaleFormat.codeBits,
        },
        integerForm: {
            xIntegers: integersOf(x.element),
            yIntegers: integersOf(y.element),
            accumulator,
            // The scaler is linear: 4, 6 or 9 times the sum, or the sum itself.
            multiplier: (xScale, yScale) => Number(scale(1n, xScale, yScale).q),
            lsb: (xScale, yScale) => scale(0n, xScale, yScale).lsb,
            factorBits: 4,
            xFactor: (code) => xFactors[code],
            yFactor: (code) => yFactors[code],
            treeWidth,
            subnormals,
        },
    };
}
/** What a scaled sum's registers hold after reset. */
const ZERO_SUM = { q: 0n, lsb: 0 };
/** What a group scale and the least significant bit of the elements that it scales contribute, by its code: the scale's value x 2^lsb. */
function scaleFactors({ element, scaleFormat }) {
    return Float64Array.from({ length: 2 ** scaleFormat.codeBits }, (_, code) => scaleValue(scaleFormat, code) * 2 ** element.lsb);
}
function integersOf(format) {
    return Float64Array.from({ length: 2 ** format.codeBits }, (_, code) => elementInteger(format, code));
}
//# sourceMappingURL=mls-datapath.js.map