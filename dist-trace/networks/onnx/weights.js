/** The weights of a node, as the simulator's convolution takes them. */
import { InputError, show } from "../../bits/check.js";
import { requireShape4 } from "../../bits/shape.js";
import { requireDims, showDims } from "./dims.js";
import { BFLOAT16, DOUBLE, elementTypeName, FLOAT, FLOAT16 } from "./element-type.js";
import { permuted } from "./permute.js";
import { storedTensor } from "./stored-tensor.js";
import { readElements } from "./tensor-content.js";
const WEIGHTED = new Set(['Conv', 'ConvTranspose', 'Gemm', 'MatMul']);
/**
 * The weights of the convolution or fully connected layer that `nodeName` names: the node's name, or that of its output where it has none.
 * @throws InputError for another node, weights that the file doesn't hold, or a value that isn't exact in binary32
 */
export function weightOf(model, nodeName) {
    const node = model.nodes.find(({ label }) => label === nodeName);
    if (node === undefined || !WEIGHTED.has(node.operator) || node.domain !== '') {
        const names = model.nodes.filter(({ operator }) => WEIGHTED.has(operator)).map(({ label }) => show(label));
        const some = names.length > 8 ? `${names.slice(0, 8).join(', ')}, ...` : names.join(', ');
        const found = node === undefined ? show(nodeName) : `${show(nodeName)} (${show(node.operator)})`;
        throw new InputError(`${model.subject}: expected a node with weights${some === '' ? '' : `, one of ${some}`}, found ${found}`);
    }
    const subject = `${model.subject}: node ${show(node.label)}: weights`;
    const isMatrix = node.operator === 'MatMul' || node.operator === 'Gemm';
    const sources = (isMatrix ? [1, 0] : [1]).map((index) => ({ index, source: sourceOf(subject, model, node.inputs.at(index) ?? '') }));
    const found = sources.find(({ source }) => source !== undefined);
    if (found?.source === undefined)
        throw new InputError(`${subject}: expected a tensor that the file holds, found one that is computed`);
    let values = float32(subject, model, found.source.stored);
    for (const order of found.source.orders)
        values = permuted(subject, values, order);
    const { dims, data } = arranged(subject, node, found.index, values);
    return { shape: requireShape4(subject, dims), data };
}
const MAX_VIEWS = 100;
/** The tensor behind a value, through copies and transpositions. */
function sourceOf(subject, model, name) {
    const orders = [];
    let at = name;
    for (let views = 0; views < MAX_VIEWS; views++) {
        const stored = model.initializers.get(at);
        if (stored !== undefined)
            return { stored, orders };
        const node = model.producers.get(at);
        if (node === undefined || node.domain !== '')
            return undefined;
        const value = node.attributes.get('value')?.t;
        if (node.operator === 'Constant')
            return value === undefined ? undefined : { stored: storedTensor(subject, value), orders };
        if (node.operator !== 'Identity' && node.operator !== 'Transpose')
            return undefined;
        if (node.operator === 'Transpose')
            orders.unshift(node.attributes.get('perm')?.ints);
        at = node.inputs.at(0) ?? '';
    }
    return undefined;
}
/** A tensor's elements as binary32. @throws InputError for one that isn't exact, or no floating-point type */
function float32(subject, { readExternal }, stored) {
    const { type, dims, count } = stored;
    if (![FLOAT, FLOAT16, BFLOAT16, DOUBLE].includes(type)) {
        throw new InputError(`${subject}: expected float, float16, bfloat16 or double, found ${elementTypeName(type)}`);
    }
    // Made when the first element is there: only then is it sure that the data is as long as the shape says.
    let data = new Float32Array(0);
    readElements(subject, stored, readExternal, (value, position) => {
        if (position === 0)
            data = new Float32Array(count);
        data[position] = value;
        if (data[position] !== value && !Number.isNaN(value)) {
            throw new InputError(`${subject}: element ${position}: expected a value exact in binary32, found ${value}`);
        }
    });
    return { dims, data };
}
/** As [co, ci of a group, kh, kw]. @param index of the operand that the weights are */
function arranged(subject, node, index, w) {
    switch (node.operator) {
        case 'Conv':
            return { ...w, dims: inPlane(w.dims) };
        case 'ConvTranspose':
            return transposedConvolution(subject, node, w);
        default:
            return matrix(subject, node, index, w);
    }
}
/** Along one axis a convolution has a height of 1. */
function inPlane(dims) {
    return dims.length === 3 ? [dims[0], dims[1], 1, dims[2]] : dims;
}
/** [ci, co of a group, kh, kw] as the 1x1 convolution to co x kh x kw channels that it is counted as. */
function transposedConvolution(subject, node, w) {
    const groups = node.attributes.get('group')?.i ?? 1;
    const [ci, co, kh, kw] = requireShape4(subject, inPlane(w.dims));
    if (!(groups >= 1 && ci % groups === 0))
        throw new InputError(`${subject}: expected groups that divide ${ci} channels, found ${show(groups)}`);
    const { data } = permuted(subject, { dims: [groups, ci / groups, co, kh, kw], data: w.data }, [0, 2, 3, 4, 1]);
    return { dims: [groups * co * kh * kw, ci / groups, 1, 1], data };
}
/** [in, out] as a second operand, [out, in] as a first one, and the other way round where Gemm transposes; as [out, in, 1, 1]. */
function matrix(subject, node, index, w) {
    const lead = w.dims.slice(0, -2);
    const [rows, columns] = w.dims.length === 1 ? (index === 1 ? [w.dims[0], 1] : [1, w.dims[0]]) : w.dims.slice(-2);
    if (w.dims.length === 0 || requireDims(subject, lead) !== 1)
        throw new InputError(`${subject}: expected one matrix, found ${showDims(w.dims)}`);
    const transposes = (node.attributes.get(index === 1 ? 'transB' : 'transA')?.i ?? 0) !== 0;
    const { dims, data } = permuted(subject, { dims: [rows, columns], data: w.data }, (index === 1) === transposes ? [0, 1] : [1, 0]);
    return { dims: [...dims, 1, 1], data };
}
//# sourceMappingURL=weights.js.map