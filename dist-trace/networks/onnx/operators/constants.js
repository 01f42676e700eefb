/** Operators that make tensors. */
import { InputError } from "../../../bits/check.js";
import { elementCount } from "../../../bits/shape.js";
import { floatAttribute, floatsAttribute, follow, input, inputOfRank, intAttribute, intsAttribute, knownInput, knownScalar, requiredKnownInput, tensorAttribute, } from "../call.js";
import { requireDims } from "../dims.js";
import { FLOAT, INT64, STRING } from "../element-type.js";
import { sparseTensor } from "../stored-tensor.js";
import { isReadable, readElements } from "../tensor-content.js";
import { MAX_FOLLOWED } from "../limits.js";
import { tensor, vector } from "../tensor.js";
/** A tensor in the file, its elements read once they are asked for, and only if they are few. @param subject names it in errors */
export function fromFile(subject, call, stored) {
    const { dims, type, count, data } = stored;
    if (count > MAX_FOLLOWED || data.kind === 'sparse' || !isReadable(type))
        return { dims, type, content: undefined };
    let values;
    return {
        dims,
        type,
        get content() {
            if (values !== undefined)
                return values;
            follow(call, count);
            const read = [];
            readElements(subject, stored, call.model.readExternal, (value) => read.push(value));
            return (values = read);
        },
    };
}
/** Constant, in each of the forms that its value can have. */
export const constant = (call) => {
    const { attributes } = call.node;
    const named = tensorAttribute(call, 'value');
    if (named !== undefined)
        return [fromFile('attribute value', call, { ...named, name: call.node.outputs[0] })];
    const sparse = attributes.get('sparse_value')?.sparseTensor;
    if (sparse !== undefined) {
        const subject = 'attribute sparse_value';
        return [fromFile(subject, call, sparseTensor(subject, call.node.outputs[0], sparse.values?.dataType ?? 0, sparse.dims))];
    }
    if (attributes.has('value_int'))
        return [{ ...vector(INT64, [attributes.get('value_int')?.i ?? 0]), dims: [] }];
    if (attributes.has('value_float'))
        return [{ ...vector(FLOAT, [floatAttribute(call, 'value_float', 0)]), dims: [] }];
    if (attributes.has('value_ints'))
        return [vector(INT64, intsAttribute(call, 'value_ints') ?? [])];
    if (attributes.has('value_floats'))
        return [vector(FLOAT, floatsAttribute(call, 'value_floats') ?? [])];
    if (attributes.has('value_string') || attributes.has('value_strings'))
        return [tensor([], STRING)];
    throw new InputError('expected a value, found none');
};
/** One value in a shape. */
export const constantOfShape = (call) => {
    const dims = requiredKnownInput(call, 0, 'input');
    const stored = tensorAttribute(call, 'value');
    const value = stored === undefined ? undefined : fromFile('attribute value', call, stored);
    if (value !== undefined && elementCount(value.dims) !== 1)
        throw new InputError('attribute value: expected one element, found another number');
    const element = value === undefined ? 0 : value.content?.[0];
    return [tensor(dims, value?.type ?? FLOAT, () => (element === undefined ? undefined : new Array(elementCount(dims)).fill(element)))];
};
/** From start to limit in steps of delta. */
export const range = (call) => {
    const { type } = input(call, 0, 'start');
    const [start = 0, limit = 0, delta = 0] = ['start', 'limit', 'delta'].map((name, i) => knownScalar(call, i, name));
    const count = Math.max(0, Math.ceil((limit - start) / delta));
    requireDims('output', [count]);
    return [tensor([count], type, () => Array.from({ length: count }, (_, i) => start + i * delta))];
};
/** A new axis of size depth. */
export const oneHot = (call) => {
    const { dims } = input(call, 0, 'indices');
    const depth = knownScalar(call, 1, 'depth') ?? NaN;
    const rank = dims.length + 1;
    const axis = intAttribute(call, 'axis', -1, -rank, rank - 1);
    return [tensor(dims.toSpliced(axis < 0 ? axis + rank : axis, 0, depth), input(call, 2, 'values').type)];
};
/** The indices of what isn't zero; only of constants, since their number depends on the elements. */
export const nonZero = (call) => {
    const x = inputOfRank(call, 0, 'X', 1);
    const content = knownInput(call, 0, 'X') ?? [];
    const found = content.flatMap((value, at) => (value === 0 ? [] : [at]));
    const steps = x.dims.map((_, axis) => elementCount(x.dims.slice(axis + 1)));
    return [tensor([x.dims.length, found.length], INT64, () => x.dims.flatMap((size, axis) => found.map((at) => Math.floor(at / steps[axis]) % size)))];
};
//# sourceMappingURL=constants.js.map