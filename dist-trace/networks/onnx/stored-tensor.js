/** A tensor that a file holds: its shape, and its data as it is stored, checked against each other but not yet read. */
import { InputError, show } from "../../bits/check.js";
import { COMPLEX128, COMPLEX64, DOUBLE, elementTypeName, FLOAT, INT64, isElementType, STRING, storedBytes, UINT32, UINT64 } from "./element-type.js";
import { requireDims } from "./dims.js";
const TYPED_LISTS = ['floatData', 'int32Data', 'int64Data', 'doubleData', 'uint64Data'];
/** @param subject names the tensor in errors @throws InputError where shape, type and data don't fit together */
export function storedTensor(subject, proto) {
    const type = proto.dataType ?? 0;
    if (!isElementType(type))
        throw new InputError(`${subject}: expected an element type of ONNX, found ${show(type)}`);
    const count = requireDims(subject, proto.dims);
    return { name: proto.name ?? '', type, dims: proto.dims, count, data: dataOf(subject, proto, type, count) };
}
/** A sparse tensor, of which only the shape is used. */
export function sparseTensor(subject, name, type, dims) {
    return { name, type, dims, count: requireDims(subject, dims), data: { kind: 'sparse' } };
}
function dataOf(subject, proto, type, count) {
    if (type === STRING)
        return { kind: 'strings' };
    const needed = storedBytes(type, count) ?? 0;
    const found = (length, what = 'bytes of data') => new InputError(`${subject}: expected ${needed} bytes of data for ${elementTypeName(type)} [${proto.dims.join(',')}], found ${length} ${what}`);
    if (proto.dataLocation === 1)
        return externalData(subject, proto, needed);
    const lists = TYPED_LISTS.filter((list) => proto[list].length > 0);
    if (proto.rawData !== undefined && (proto.rawData.length > 0 || lists.length === 0)) {
        if (lists.length > 0)
            throw new InputError(`${subject}: expected data once, found raw_data beside a typed list`);
        if (proto.rawData.length !== needed)
            throw found(proto.rawData.length);
        return { kind: 'raw', bytes: proto.rawData };
    }
    if (lists.length === 0) {
        if (count > 0)
            throw found(0);
        return { kind: 'raw', bytes: new Uint8Array(0) };
    }
    if (lists.length > 1)
        throw new InputError(`${subject}: expected data once, found it in ${lists.length} lists`);
    const [list] = lists;
    if (list !== listFor(type))
        throw new InputError(`${subject}: expected ${elementTypeName(type)} data in ${listFor(type)}, found it in ${list}`);
    const runs = proto[list];
    const length = runs.reduce((sum, run) => sum + run.length, 0);
    // A varint has at least one byte, and one of 4 bits may share its with a second.
    const fits = list === 'floatData' || list === 'doubleData' ? length === needed : length >= Math.floor(count / 2);
    if (!fits)
        throw found(length, 'bytes in a typed list');
    return { kind: 'typed', list, runs };
}
/** The list in which data of a type stands (onnx.proto, TensorProto). */
function listFor(type) {
    switch (type) {
        case FLOAT:
        case COMPLEX64:
            return 'floatData';
        case DOUBLE:
        case COMPLEX128:
            return 'doubleData';
        case INT64:
            return 'int64Data';
        case UINT32:
        case UINT64:
            return 'uint64Data';
        default:
            return 'int32Data';
    }
}
function externalData(subject, proto, needed) {
    const entries = new Map(proto.externalData.map(({ key = '', value = '' }) => [key, value]));
    const location = entries.get('location') ?? '';
    if (location === '')
        throw new InputError(`${subject}: expected the location of its external data, found none`);
    const offset = decimal(subject, 'offset', entries.get('offset')) ?? 0;
    const length = decimal(subject, 'length', entries.get('length')) ?? needed;
    if (length !== needed) {
        throw new InputError(`${subject}: expected ${needed} bytes of external data for ${elementTypeName(proto.dataType ?? 0)} [${proto.dims.join(',')}], found a length of ${length}`);
    }
    return { kind: 'external', location, offset, length };
}
function decimal(subject, key, text) {
    if (text === undefined)
        return undefined;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
    if (!Number.isSafeInteger(value))
        throw new InputError(`${subject}: external data: expected ${key} to be an integer below 2^53, found ${show(text)}`);
    return value;
}
//# sourceMappingURL=stored-tensor.js.map