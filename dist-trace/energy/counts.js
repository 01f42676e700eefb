/**
 * How often each operation is made, in closed form: what the simulated unit's counters show for the convolutions (paper Eq. 6), and the paper's
 * Tab. 1 and Appendix C for what lies between them. All counts are exact integers.
 */
import { outputShape, weightCount } from "../networks/layer.js";
import { UNITS } from "./arithmetic.js";
export const WORKLOADS = ['training', 'inference'];
export const CONV_PASSES = ['forward', 'weightGradient', 'inputGradient'];
/** Binary32 operations for each element or weight. */
const COSTS = {
    /** Training: forward and backward. In inference its factor and offset are part of the convolution's weights and bias. */
    bn: { mul: 9n, add: 10n },
    /** Training; the paper doesn't say of what the six are. One of each is the forward pass. */
    fc: { mul: 6n, add: 6n },
    fcForward: { mul: 1n, add: 1n },
    sgd: { mul: 3n, add: 3n },
    dq: { mul: 4n, add: 2n },
    /** The multiplication brings both operands to one tensor scale: MLS alone makes it. */
    ewAdd: { mul: 1n, add: 1n },
};
export const LAYER_ROWS = ['bn', 'fc', 'sgd', 'dqActivation', 'dqWeight'];
/** Whether a layer is the first convolution, which conventions treat differently. */
export function isFirstConvolution({ kind, fromInput }) {
    return kind === 'conv' && fromInput;
}
/** @throws InputError where the kernel doesn't fit the input */
export function layerCounts(layer, { workload, convention, batch }) {
    const training = workload === 'training';
    const images = BigInt(batch);
    const weights = BigInt(weightCount(layer));
    const [, co, rows, columns] = outputShape(layer, 1);
    const outputs = BigInt(co) * BigInt(rows) * BigInt(columns);
    if (layer.kind === 'fc') {
        const products = weights * BigInt(rows) * BigInt(columns) * images;
        return { ...NOTHING, fc: made(products, training ? COSTS.fc : COSTS.fcForward) };
    }
    const first = isFirstConvolution(layer);
    const trees = convention.firstTreeAdditions || !first;
    const quantized = convention.firstConvolution === 'quantized' || !first;
    return {
        ...NOTHING,
        conv: convolutionPasses(layer, { training, images, trees, weights, positions: BigInt(rows) * BigInt(columns) }),
        ...(training && layer.normalized ? { bn: made(outputs * images, COSTS.bn) } : {}),
        ...(training ? { sgd: made(weights, COSTS.sgd) } : {}),
        // Every output is an activation, and in training has an error.
        ...(quantized ? { dqActivation: made(outputs * images * (training ? 2n : 1n), COSTS.dq) } : {}),
        // Weights change once a step; in inference they are quantized beforehand.
        ...(quantized && training ? { dqWeight: made(weights, COSTS.dq) } : {}),
    };
}
function convolutionPasses(layer, { training, images, trees, weights, positions }) {
    const { ci, co, groups, kernel, input } = layer;
    const taps = BigInt(kernel[0]) * BigInt(kernel[1]);
    // Pairs of an input and an output channel that meet: Ci Co, with the input channels of one channel group.
    const pairs = (BigInt(ci) / BigInt(groups)) * BigInt(co);
    const inputPositions = BigInt(input[0]) * BigInt(input[1]);
    return {
        forward: grouped(weights * positions * images, pairs * positions * images, trees),
        // One group is the output plane of one image.
        weightGradient: training ? grouped(weights * positions * images, pairs * taps * images, trees) : NO_OPERATIONS,
        // The error is zero-dilated to the input's resolution.
        inputGradient: training && !layer.fromInput ? grouped(weights * inputPositions * images, pairs * inputPositions * images, trees) : NO_OPERATIONS,
    };
}
/** `mul` products in `groups` groups: the first product of a group is loaded, and every group is scaled once and added once. */
function grouped(mul, groups, trees) {
    return { mul, localAcc: mul - groups, groupScale: groups, treeAdd: trees ? groups : 0n };
}
export function additionCounts({ outputs, inputs }, { workload, batch }) {
    const images = BigInt(batch);
    return {
        forward: made(BigInt(outputs) * images, COSTS.ewAdd),
        backward: workload === 'training' ? made(BigInt(inputs) * images, COSTS.ewAdd) : NO_ELEMENTS,
    };
}
function made(elements, { mul, add }) {
    return { elements, mul: elements * mul, add: elements * add };
}
export const NO_OPERATIONS = { mul: 0n, localAcc: 0n, groupScale: 0n, treeAdd: 0n };
export const NO_ELEMENTS = { elements: 0n, mul: 0n, add: 0n };
const NOTHING = {
    conv: { forward: NO_OPERATIONS, weightGradient: NO_OPERATIONS, inputGradient: NO_OPERATIONS },
    bn: NO_ELEMENTS,
    fc: NO_ELEMENTS,
    sgd: NO_ELEMENTS,
    dqActivation: NO_ELEMENTS,
    dqWeight: NO_ELEMENTS,
};
export function addConv(a, b) {
    const [mul, localAcc, groupScale, treeAdd] = UNITS.map((unit) => a[unit] + b[unit]);
    return { mul, localAcc, groupScale, treeAdd };
}
export function addElements(a, b) {
    return { elements: a.elements + b.elements, mul: a.mul + b.mul, add: a.add + b.add };
}
//# sourceMappingURL=counts.js.map