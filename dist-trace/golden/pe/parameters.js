import { DEFAULT_ARRAY, requireArrayParameters } from "../../sim/cycle/parameters.js";
import { latency } from "../../sim/cycle/timing.js";
import { mlsDatapath } from "../../sim/mls-datapath.js";
import { accumulatorFormat } from "../../units/local-accumulator.js";
import { RandomStream } from "./random-stream.js";
/** The parameters, checked. @throws InputError, TypeError */
export function requirePeParameters(parameters) {
    requireArrayParameters(arrayOf(parameters));
    accumulatorFormat(parameters.accWidth, parameters.accOverflow);
    return parameters;
}
/** An array of this one element. */
export function arrayOf({ treeWidth, fpAddLatency, fpMulLatency, contexts, tensorScale }) {
    return { ...DEFAULT_ARRAY, rows: 1, cols: 1, treeWidth, fpAddLatency, fpMulLatency, interleave: contexts, tensorScale };
}
/** The element's datapath. */
export function datapathOf(parameters) {
    return mlsDatapath(mlsParametersOf(parameters));
}
function mlsParametersOf(p) {
    return {
        x: { element: p.element, scaleFormat: p.scale },
        y: { element: p.elementY, scaleFormat: p.scaleY },
        accumulatorWidth: p.accWidth,
        accumulatorOverflow: p.accOverflow,
        treeWidth: p.treeWidth,
        subnormals: { flushToZero: p.flushToZero },
        tensorScale: p.tensorScale,
    };
}
/** Cycles from the issue of an output's last pair until the output is visible. */
export function latencyOf(parameters) {
    return latency(arrayOf(parameters));
}
/** Width of a context number; one bit where there is only one. */
export function contextBits({ contexts }) {
    return Math.max(1, Math.ceil(Math.log2(contexts)));
}
/** The parameters of module `pe`. */
export function rtlParameters(p) {
    return {
        E_X: p.element.E,
        M_X: p.element.M,
        E_Y: p.elementY.E,
        M_Y: p.elementY.M,
        EG_X: p.scale.Eg,
        MG_X: p.scale.Mg,
        EG_Y: p.scaleY.Eg,
        MG_Y: p.scaleY.Mg,
        ACC_WIDTH: p.accWidth,
        ACC_SATURATE: p.accOverflow === 'saturate' ? 1 : 0,
        TREE_WIDTH: p.treeWidth,
        FP_ADD_LATENCY: p.fpAddLatency,
        FP_MUL_LATENCY: p.fpMulLatency,
        CONTEXTS: p.contexts,
        TENSOR_SCALE: p.tensorScale ? 1 : 0,
        FLUSH_TO_ZERO: p.flushToZero ? 1 : 0,
    };
}
/** The stream that S_z is drawn from; segments have the lower ones. */
const OUTPUT_SCALE_STREAM = 0xffff_ffff;
/** S_z of a set: a binary32 pattern in [1/4, 4) whose mantissa is long, so that nearly every product with it is inexact. */
export function outputScaleOf(seed) {
    const random = new RandomStream(seed, OUTPUT_SCALE_STREAM);
    const exponent = random.between(125, 128);
    // The bit below the hidden one and the last one are set.
    const fraction = random.bits(23) | 0x40_0001;
    return exponent * 2 ** 23 + fraction;
}
//# sourceMappingURL=parameters.js.map