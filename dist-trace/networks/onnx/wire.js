import { InputError } from "../../bits/check.js";
import { MAX_ITEMS, MAX_NAME_BYTES } from "./limits.js";
/** The wire types that ONNX uses. */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;
/** An int64, exact where it is a safe integer, else an infinity of its sign. */
const INT = { wire: VARINT, read: ({ reader }) => safeInteger(reader.int64()) };
const FLOAT = { wire: FIXED32, read: ({ reader }) => reader.float() };
const NAME = { wire: BYTES, read: readName };
/** A view of the file. */
const VIEW = { wire: BYTES, read: ({ reader }) => reader.bytes() };
const one = (number, type) => ({ number, type, many: false, packed: 'never' });
const many = (number, type, packed = 'never') => ({ number, type, many: true, packed });
export const int = (number) => one(number, INT);
export const ints = (number) => many(number, INT, 'read');
export const float = (number) => one(number, FLOAT);
export const floats = (number) => many(number, FLOAT, 'read');
export const name = (number) => one(number, NAME);
export const names = (number) => many(number, NAME);
export const bytes = (number) => one(number, VIEW);
export const message = (number, type) => one(number, type);
export const messages = (number, type) => many(number, type);
/** Numbers in bulk, kept as the runs of bytes that they stand in; a single one is a run of its own. */
export const runs = (number, element) => {
    const wire = { varint: VARINT, fixed32: FIXED32, fixed64: FIXED64 }[element];
    return many(number, { wire, read: (decoder) => skipped(decoder.reader, wire) }, 'raw');
};
/** A message of these fields, as a type that other messages' fields can have. */
export function messageType(title, fields) {
    const byNumber = new Map(Object.entries(fields).map(([key, field]) => [field.number, { key, field }]));
    const absent = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.many ? NOTHING : undefined]));
    const readAll = (decoder) => readFields(decoder, title, byNumber, { ...absent });
    return { wire: BYTES, readAll, read: (decoder) => within(decoder.reader, () => readAll(decoder)) };
}
/** A whole file as a message. @param subject names it in errors @throws InputError */
export function decodeFile(subject, type, reader) {
    try {
        return type.readAll({ reader, items: 0 });
    }
    catch (error) {
        if (error instanceof TypeError || !(error instanceof Error))
            throw error;
        const what = error instanceof InputError ? error.message : `expected an ONNX model, found bytes that are none (at byte ${reader.pos})`;
        throw new InputError(`${subject}: ${what}`, { cause: error });
    }
}
const NOTHING = Object.freeze([]);
function readFields(decoder, title, byNumber, target) {
    const { reader } = decoder;
    while (reader.pos < reader.len) {
        const tag = reader.tag();
        const wire = tag & 7;
        const found = byNumber.get(tag >>> 3);
        if (found === undefined) {
            skip(reader, tag >>> 3, wire);
            continue;
        }
        const { key, field } = found;
        const where = `${title}.${key}`;
        if (field.packed !== 'never' && wire === BYTES) {
            readPacked(decoder, field, listOf(target, key));
        }
        else if (wire !== field.type.wire) {
            throw new InputError(`expected an ONNX model, found ${where} with wire type ${wire} (at byte ${reader.pos})`);
        }
        else {
            count(decoder);
            const value = field.type.read(decoder);
            if (field.many)
                listOf(target, key).push(value);
            else if (target[key] === undefined)
                target[key] = value;
            else
                throw new InputError(`expected one ${where}, found two (at byte ${reader.pos})`);
        }
    }
    return target;
}
function listOf(target, key) {
    if (target[key] === NOTHING)
        target[key] = [];
    return target[key];
}
function readPacked(decoder, field, list) {
    const { reader } = decoder;
    if (field.packed === 'raw') {
        count(decoder);
        list.push(reader.bytes());
        return;
    }
    within(reader, () => {
        while (reader.pos < reader.len) {
            count(decoder);
            list.push(field.type.read(decoder));
        }
    });
}
/** Reads what has its length before it, and nothing after it. */
function within(reader, read) {
    const length = reader.size();
    const outer = reader.len;
    const end = reader.pos + length;
    if (end > outer)
        throw new RangeError('index out of range');
    reader.len = end;
    const value = read();
    if (reader.pos !== end)
        throw new RangeError('index out of range');
    reader.len = outer;
    return value;
}
function count(decoder) {
    if (++decoder.items > MAX_ITEMS)
        throw new InputError(`expected at most ${MAX_ITEMS} messages, names and numbers, found more`);
}
function skip(reader, field, wire) {
    if (field === 0)
        throw new RangeError('invalid field number');
    if (wire === VARINT)
        reader.skip();
    else if (wire === FIXED64)
        reader.skip(8);
    else if (wire === BYTES)
        reader.skip(reader.size());
    else if (wire === FIXED32)
        reader.skip(4);
    else
        throw new RangeError('invalid wire type');
}
function skipped(reader, wire) {
    const start = reader.pos;
    skip(reader, 1, wire);
    return reader.raw(start, reader.pos);
}
function readName(decoder) {
    const { reader } = decoder;
    const start = reader.pos;
    const length = reader.size();
    if (length > MAX_NAME_BYTES)
        throw new InputError(`expected names of at most ${MAX_NAME_BYTES} bytes, found one of ${length} (at byte ${start})`);
    reader.pos = start;
    return reader.string();
}
/** An integer that isn't safe stays so when its halves are added, rounded or not. The reader gives a number where it has no 64-bit class. */
function safeInteger(value) {
    const number = typeof value === 'number' ? value : value.high * 2 ** 32 + (value.low >>> 0);
    if (Number.isSafeInteger(number))
        return number;
    return number > 0 ? Infinity : -Infinity;
}
//# sourceMappingURL=wire.js.map