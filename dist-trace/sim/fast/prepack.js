import { elementOf } from "./element-table.js";
import { foldAll, foldScratchBytes, SCALE_TABLE_BYTES } from "./fold-rows.js";
import { foldLimits } from "./folding.js";
import { kernelsOn } from "./kernels.js";
import { prepackedLayout, squareBlocking } from "./layout.js";
import { matrixForm } from "./matrix-form.js";
import { growMemory } from "./memory.js";
import { fastModule, fastUnsupported } from "./modules.js";
import { FUSED_WIDTH } from "./plan.js";
import { largestOf, scalesOf } from "./ranges.js";
const known = new WeakMap();
/**
 * Brings X into the form of the SIMD kernels once, for passes that have it in common: the weights of a layer, in the forward pass or the input gradient.
 * Any engine takes what is returned like X itself, with the same bits; passes of 3x3 taps side by side, outputs one apart, on `conv`'s geometry and datapath are spared
 * the work. Weights that come again unchanged are kept without this call where it gains most; here they aren't compared. The copy and its rows take three times the memory of X's codes, and the memory of its runs is kept beside them.
 * @param conv a pass with X as its first operand; its batch, and its height and width, don't matter
 * @returns a copy of X, whose codes and scales are not to be changed
 */
export function prepack(conv, datapath, x) {
    const copy = { ...x, codes: x.codes.slice(), scales: x.scales.slice() };
    const packed = datapath.integerForm && packedRows(conv, datapath.integerForm, copy);
    if (packed)
        known.set(copy, packed);
    return copy;
}
/** Whether something is kept of an operand. */
export function isPrepacked(x) {
    return known.has(x);
}
/** What is kept of an operand, where no run has it. */
export function prepackedOf(x) {
    const packed = known.get(x);
    return packed?.inUse === false ? packed : undefined;
}
/** Whether a pass on a datapath can have what is kept. */
export function fits(packed, form, datapath) {
    return packed.key === keyOf(form, datapath, packed.scales.codes);
}
/** The memory of what is kept, of at least so many bytes; undefined where the system has too little, or another run has it. Whoever gets it has to release it. */
export function takePrepacked(packed, bytes) {
    if (packed.inUse)
        return undefined;
    try {
        growMemory(packed.memory, bytes);
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
    packed.inUse = true;
    return packed.memory;
}
/** Lets the next run have it. */
export function releasePrepacked(packed) {
    packed.inUse = false;
}
const LANES = 4;
/** Undefined where rows of the operand can't be folded in squares, or not in this runtime. */
function packedRows(conv, datapath, x) {
    const form = matrixForm(conv, x.shape[1], 0);
    const element = elementOf(datapath.xIntegers);
    if (fastUnsupported() !== undefined || form.window === undefined || conv.pass === 'weight-grad' || form.rows === 1 || !element || datapath.treeWidth !== FUSED_WIDTH)
        return undefined;
    const blocking = squareBlocking(form, LANES, FUSED_WIDTH);
    const layout = prepackedLayout(form, LANES, blocking);
    const scales = scalesOf(x, datapath.xIntegers, (code) => datapath.xFactor(code));
    // A part of the rows has its codes here for a while.
    const codes = layout.end;
    const scaleCodes = codes + 2 * x.codes.length + SLACK;
    const scaleTable = Math.ceil((scaleCodes + 2 * x.scales.length + SLACK) / SLACK) * SLACK;
    const scratch = scaleTable + SCALE_TABLE_BYTES;
    const limits = foldLimits(largestOf(datapath.xIntegers), largestOf(datapath.yIntegers), form.taps, true);
    const run = {
        form,
        plan: { folding: 'winograd', limits, lanes: LANES },
        blocking,
        shared: { ...layout, codes, scaleCodes, scaleTable },
        element,
    };
    try {
        const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 ** 16, shared: true });
        growMemory(memory, scratch + foldScratchBytes(form.taps) + SLACK);
        foldAll(x, scales, run, kernelsOn(memory, fastModule('convolution')), scratch);
        return { memory, layout, scales, key: keyOf(form, datapath, scales.codes), norms: limits.norms, inUse: false };
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** Kernels read and write up to this much past the end of what they need. */
const SLACK = 256;
function keyOf({ rows, groups, taps, channelGroups, x, window }, datapath, scaleCodes) {
    const factors = scaleCodes.map((code) => datapath.xFactor(code));
    return JSON.stringify({ rows, groups, taps, channelGroups, x, window: window?.taps, element: elementOf(datapath.xIntegers), treeWidth: datapath.treeWidth, factors });
}
//# sourceMappingURL=prepack.js.map