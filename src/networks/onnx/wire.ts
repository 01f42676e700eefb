/**
 * Protocol Buffers messages to plain objects, driven by a table of fields.
 *
 * The bytes are read by protobufjs' `Reader`. Its reflection isn't used: that compiles decoders with `Function` at run time, and gives a
 * hostile file's depth and counts away. Here depth is that of the table, and every item that is kept is counted.
 */
import type { Reader } from 'protobufjs';
import { InputError } from '../../bits/check.ts';
import { MAX_ITEMS, MAX_NAME_BYTES } from './limits.ts';

/** The wire types that ONNX uses. */
const VARINT = 0;
const FIXED64 = 1;
const BYTES = 2;
const FIXED32 = 5;

/** Where decoding is, and how much it has kept. */
interface Decoder {
  readonly reader: Reader;
  items: number;
}

/** How a value is on the wire, and how it is read. */
interface WireType<T> {
  readonly wire: number;
  read(decoder: Decoder): T;
}

/** A field of a message; `many` where it may be repeated. */
export interface Field<T, Many extends boolean> {
  readonly number: number;
  readonly type: WireType<T>;
  readonly many: Many;
  /** Numbers that may stand packed in one run of bytes: a reader of such a run, or `raw` where it is kept as it is. */
  readonly packed: 'never' | 'read' | 'raw';
}

type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

/** What a table of fields decodes to. A field that is absent is undefined, or no elements. */
export type Decoded<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer Many> ? (Many extends true ? readonly T[] : T | undefined) : never;
};

/** An int64, exact where it is a safe integer, else an infinity of its sign. */
const INT: WireType<number> = { wire: VARINT, read: ({ reader }) => safeInteger(reader.int64()) };
const FLOAT: WireType<number> = { wire: FIXED32, read: ({ reader }) => reader.float() };
const NAME: WireType<string> = { wire: BYTES, read: readName };
/** A view of the file. */
const VIEW: WireType<Uint8Array> = { wire: BYTES, read: ({ reader }) => reader.bytes() };

const one = <T>(number: number, type: WireType<T>): Field<T, false> => ({ number, type, many: false, packed: 'never' });
const many = <T>(number: number, type: WireType<T>, packed: 'never' | 'read' | 'raw' = 'never'): Field<T, true> => ({ number, type, many: true, packed });

export const int = (number: number): Field<number, false> => one(number, INT);
export const ints = (number: number): Field<number, true> => many(number, INT, 'read');
export const float = (number: number): Field<number, false> => one(number, FLOAT);
export const floats = (number: number): Field<number, true> => many(number, FLOAT, 'read');
export const name = (number: number): Field<string, false> => one(number, NAME);
export const names = (number: number): Field<string, true> => many(number, NAME);
export const bytes = (number: number): Field<Uint8Array, false> => one(number, VIEW);
export const message = <T>(number: number, type: WireType<T>): Field<T, false> => one(number, type);
export const messages = <T>(number: number, type: WireType<T>): Field<T, true> => many(number, type);

/** Numbers in bulk, kept as the runs of bytes that they stand in; a single one is a run of its own. */
export const runs = (number: number, element: 'varint' | 'fixed32' | 'fixed64'): Field<Uint8Array, true> => {
  const wire = { varint: VARINT, fixed32: FIXED32, fixed64: FIXED64 }[element];
  return many(number, { wire, read: (decoder) => skipped(decoder.reader, wire) }, 'raw');
};

/** A message: on the wire behind its length, or a whole file. */
export interface MessageType<T> extends WireType<T> {
  /** Reads to the reader's end. */
  readAll(decoder: Decoder): T;
}

/** A message of these fields, as a type that other messages' fields can have. */
export function messageType<F extends Fields>(title: string, fields: F): MessageType<Decoded<F>> {
  const byNumber = new Map(Object.entries(fields).map(([key, field]) => [field.number, { key, field }]));
  const absent = Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, field.many ? NOTHING : undefined]));
  const readAll = (decoder: Decoder): Decoded<F> => readFields(decoder, title, byNumber, { ...absent }) as Decoded<F>;
  return { wire: BYTES, readAll, read: (decoder) => within(decoder.reader, () => readAll(decoder)) };
}

/** A whole file as a message. @param subject names it in errors @throws InputError */
export function decodeFile<T>(subject: string, type: MessageType<T>, reader: Reader): T {
  try {
    return type.readAll({ reader, items: 0 });
  } catch (error) {
    if (error instanceof TypeError || !(error instanceof Error)) throw error;
    const what = error instanceof InputError ? error.message : `expected an ONNX model, found bytes that are none (at byte ${reader.pos})`;
    throw new InputError(`${subject}: ${what}`, { cause: error });
  }
}

const NOTHING: readonly never[] = Object.freeze([]);

function readFields(decoder: Decoder, title: string, byNumber: ReadonlyMap<number, { key: string; field: Field<unknown, boolean> }>, target: Record<string, unknown>): unknown {
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
    } else if (wire !== field.type.wire) {
      throw new InputError(`expected an ONNX model, found ${where} with wire type ${wire} (at byte ${reader.pos})`);
    } else {
      count(decoder);
      const value = field.type.read(decoder);
      if (field.many) listOf(target, key).push(value);
      else if (target[key] === undefined) target[key] = value;
      else throw new InputError(`expected one ${where}, found two (at byte ${reader.pos})`);
    }
  }
  return target;
}

function listOf(target: Record<string, unknown>, key: string): unknown[] {
  if (target[key] === NOTHING) target[key] = [];
  return target[key] as unknown[];
}

function readPacked(decoder: Decoder, field: Field<unknown, boolean>, list: unknown[]): void {
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
function within<T>(reader: Reader, read: () => T): T {
  const length = reader.size();
  const outer = reader.len;
  const end = reader.pos + length;
  if (end > outer) throw new RangeError('index out of range');
  reader.len = end;
  const value = read();
  if (reader.pos !== end) throw new RangeError('index out of range');
  reader.len = outer;
  return value;
}

function count(decoder: Decoder): void {
  if (++decoder.items > MAX_ITEMS) throw new InputError(`expected at most ${MAX_ITEMS} messages, names and numbers, found more`);
}

function skip(reader: Reader, field: number, wire: number): void {
  if (field === 0) throw new RangeError('invalid field number');
  if (wire === VARINT) reader.skip();
  else if (wire === FIXED64) reader.skip(8);
  else if (wire === BYTES) reader.skip(reader.size());
  else if (wire === FIXED32) reader.skip(4);
  else throw new RangeError('invalid wire type');
}

function skipped(reader: Reader, wire: number): Uint8Array {
  const start = reader.pos;
  skip(reader, 1, wire);
  return reader.raw(start, reader.pos);
}

function readName(decoder: Decoder): string {
  const { reader } = decoder;
  const start = reader.pos;
  const length = reader.size();
  if (length > MAX_NAME_BYTES) throw new InputError(`expected names of at most ${MAX_NAME_BYTES} bytes, found one of ${length} (at byte ${start})`);
  reader.pos = start;
  return reader.string();
}

/** An integer that isn't safe stays so when its halves are added, rounded or not. The reader gives a number where it has no 64-bit class. */
function safeInteger(value: number | { readonly low: number; readonly high: number }): number {
  const number = typeof value === 'number' ? value : value.high * 2 ** 32 + (value.low >>> 0);
  if (Number.isSafeInteger(number)) return number;
  return number > 0 ? Infinity : -Infinity;
}
