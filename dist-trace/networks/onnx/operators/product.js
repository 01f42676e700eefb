/** MatMul and Gemm. */
import { InputError } from "../../../bits/check.js";
import { elementCount } from "../../../bits/shape.js";
import { inputOfRank, intAttribute } from "../call.js";
import { broadcast, requireDims, showDims } from "../dims.js";
import { pointwise, requireFloating } from "../layer-rule.js";
import { tensor } from "../tensor.js";
/** Y = alpha A B + beta C, A and B transposed on demand. */
export function gemm(call) {
    const a = inputOfRank(call, 0, 'A', 2, 2);
    const b = inputOfRank(call, 1, 'B', 2, 2);
    const c = call.inputs.at(2);
    const [m, k] = intAttribute(call, 'transA', 0) === 0 ? a.dims : a.dims.toReversed();
    const [inner, n] = intAttribute(call, 'transB', 0) === 0 ? b.dims : b.dims.toReversed();
    requireInner(k, inner, a, b);
    if (c !== undefined && broadcast([[m, n], c.dims]).some((size, i) => size !== [m, n][i])) {
        throw new InputError(`expected C that broadcasts to [${m},${n}], found ${showDims(c.dims)}`);
    }
    return outcome(call, a, b, tensor([m, n], a.type), { m, k, n, matrices: 1 });
}
/** Matrices in the last two axes, broadcast along those before. A vector is a matrix of one row, or of one column as the second operand. */
export function matMul(call) {
    const a = inputOfRank(call, 0, 'A', 1);
    const b = inputOfRank(call, 1, 'B', 1);
    const aDims = a.dims.length === 1 ? [1, ...a.dims] : a.dims;
    const bDims = b.dims.length === 1 ? [...b.dims, 1] : b.dims;
    const [m, k] = aDims.slice(-2);
    const [inner, n] = bDims.slice(-2);
    requireInner(k, inner, a, b);
    const lead = broadcast([aDims.slice(0, -2), bDims.slice(0, -2)]);
    const dims = [...lead, ...(a.dims.length === 1 ? [] : [m]), ...(b.dims.length === 1 ? [] : [n])];
    return outcome(call, a, b, tensor(dims, a.type), { m, k, n, matrices: requireDims('output', lead) });
}
function requireInner(k, inner, a, b) {
    if (k !== inner)
        throw new InputError(`expected A and B with one inner size, found ${showDims(a.dims)} and ${showDims(b.dims)}`);
}
function outcome(call, a, b, output, { m, k, n, matrices }) {
    requireFloating('A', a);
    requireFloating('B', b);
    const [fromA, fromB] = call.isActivation;
    if (fromA && fromB)
        return { output, layer: undefined, parameters: [], products: requireDims('products', [matrices, m, k, n]) };
    if (!fromA && !fromB)
        return { output, layer: undefined, parameters: [], products: 0 };
    if (output.dims.includes(0) || k === 0)
        throw new InputError(`expected operands with elements, found ${showDims(a.dims)} and ${showDims(b.dims)}`);
    requireOneMatrix(fromA ? b.dims : a.dims);
    const layer = fromA ? pointwise(k, n, perImage(call, matrices * m)) : pointwise(k, m, perImage(call, matrices * n));
    const note = layer.kind === 'conv' ? { note: 'matrix product at several positions of an image, counted as a 1x1 convolution' } : {};
    return { output, layer, parameters: fromA ? [1, 2] : [0, 2], products: 0, ...note };
}
/** @throws InputError for weights that differ between the matrices of a batch */
function requireOneMatrix(weights) {
    if (elementCount(weights.slice(0, -2)) !== 1)
        throw new InputError(`expected weights of one matrix, found ${showDims(weights)}`);
}
/** Positions of one image. */
function perImage(call, positions) {
    if (positions % call.batch !== 0)
        throw new InputError(`expected rows for each of the batch's ${call.batch} images, found ${positions}`);
    return positions / call.batch;
}
//# sourceMappingURL=product.js.map