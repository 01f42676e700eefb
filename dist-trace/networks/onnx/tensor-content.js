/** The elements of a tensor that a file holds, read one by one. */
import { InputError } from "../../bits/check.js";
import { BFLOAT16, BOOL, DOUBLE, elementTypeName, FLOAT, FLOAT16, INT32, INT64, UINT8 } from "./element-type.js";
import { bfloat16Value, float16Value } from "../../bits/half.js";
const READERS = new Map([
    [FLOAT, { bytes: 4, at: (view, p) => view.getFloat32(p, true) }],
    [DOUBLE, { bytes: 8, at: (view, p) => view.getFloat64(p, true) }],
    [FLOAT16, { bytes: 2, at: (view, p) => float16Value(view.getUint16(p, true)) }],
    [BFLOAT16, { bytes: 2, at: (view, p) => bfloat16Value(view.getUint16(p, true)) }],
    [INT64, { bytes: 8, at: (view, p) => saturated(view.getBigInt64(p, true)) }],
    [INT32, { bytes: 4, at: (view, p) => view.getInt32(p, true) }],
    [UINT8, { bytes: 1, at: (view, p) => view.getUint8(p) }],
    [BOOL, { bytes: 1, at: (view, p) => view.getUint8(p) }],
]);
/** Whether elements of a type can be read. */
export function isReadable(type) {
    return READERS.has(type);
}
/**
 * Calls `use` with each element and its position. An int64 beyond 2^53 is an infinity of its sign.
 * @param subject names the tensor in errors @throws InputError for data of another length than its shape says, or that can't be had
 */
export function readElements(subject, stored, readExternal, use) {
    const { type, count, data } = stored;
    const element = READERS.get(type);
    if (element === undefined)
        throw new InputError(`${subject}: expected numbers that can be read, found ${elementTypeName(type)}`);
    switch (data.kind) {
        case 'raw':
            readRaw(subject, data.bytes, element, count, use);
            return;
        case 'external':
            if (readExternal === undefined)
                throw new InputError(`${subject}: expected its data, found it in another file that can't be read here`);
            readRaw(subject, readExternal(data.location, data.offset, data.length), element, count, use);
            return;
        case 'typed':
            if (data.list === 'floatData' || data.list === 'doubleData')
                readRaw(subject, joined(data.runs), element, count, use);
            else
                readVarints(subject, joined(data.runs), type, count, use);
            return;
        case 'sparse':
            throw new InputError(`${subject}: expected a dense tensor, found a sparse one`);
        case 'strings':
            throw new InputError(`${subject}: expected numbers, found strings`);
    }
}
function readRaw(subject, bytes, element, count, use) {
    if (bytes.length !== count * element.bytes)
        throw new InputError(`${subject}: expected ${count * element.bytes} bytes of data, found ${bytes.length}`);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let i = 0; i < count; i++)
        use(element.at(view, i * element.bytes), i);
}
function readVarints(subject, bytes, type, count, use) {
    let found = 0;
    for (let position = 0; position < bytes.length; found++) {
        let value = 0n;
        let shift = 0n;
        let byte;
        do {
            if (position === bytes.length || shift > 63n)
                throw new InputError(`${subject}: expected varints, found a broken one at element ${found}`);
            byte = bytes[position++];
            value |= BigInt(byte & 0x7f) << shift;
            shift += 7n;
        } while (byte >= 0x80);
        if (found < count)
            use(fromVarint(type, value), found);
    }
    if (found !== count)
        throw new InputError(`${subject}: expected ${count} elements, found ${found}`);
}
/** 16-bit floating-point numbers stand in int32_data as their bits; int32 and int64 in 64 bits of two's complement. */
function fromVarint(type, value) {
    if (type === FLOAT16)
        return float16Value(Number(BigInt.asUintN(16, value)));
    if (type === BFLOAT16)
        return bfloat16Value(Number(BigInt.asUintN(16, value)));
    return saturated(BigInt.asIntN(64, value));
}
function saturated(value) {
    const number = Number(value);
    if (Number.isSafeInteger(number))
        return number;
    return number > 0 ? Infinity : -Infinity;
}
function joined(runs) {
    if (runs.length === 1)
        return runs[0];
    const bytes = new Uint8Array(runs.reduce((sum, run) => sum + run.length, 0));
    let at = 0;
    for (const run of runs) {
        bytes.set(run, at);
        at += run.length;
    }
    return bytes;
}
//# sourceMappingURL=tensor-content.js.map