/** A tensor that a file holds: its shape, and its data as it is stored, checked against each other but not yet read. */
import { InputError, show } from '../../bits/check.ts';
import { COMPLEX128, COMPLEX64, DOUBLE, elementTypeName, FLOAT, INT64, isElementType, STRING, storedBytes, UINT32, UINT64 } from './element-type.ts';
import { requireDims } from './dims.ts';
import type { TensorProto } from './schema.ts';

/** Reads part of a file beside the model: a tensor's external data. @param length in bytes; undefined for all from `offset` @throws InputError */
export type ReadExternal = (location: string, offset: number, length: number) => Uint8Array;

/** Where a tensor's data is. `typed` are runs of one of the lists float_data, int32_data, int64_data, double_data, uint64_data. */
export type StoredData =
  | { readonly kind: 'raw'; readonly bytes: Uint8Array }
  | { readonly kind: 'typed'; readonly list: TypedList; readonly runs: readonly Uint8Array[] }
  | { readonly kind: 'external'; readonly location: string; readonly offset: number; readonly length: number }
  | { readonly kind: 'sparse' }
  | { readonly kind: 'strings' };

const TYPED_LISTS = ['floatData', 'int32Data', 'int64Data', 'doubleData', 'uint64Data'] as const;
type TypedList = (typeof TYPED_LISTS)[number];

export interface StoredTensor {
  readonly name: string;
  readonly type: number;
  readonly dims: readonly number[];
  readonly count: number;
  readonly data: StoredData;
}

/** @param subject names the tensor in errors @throws InputError where shape, type and data don't fit together */
export function storedTensor(subject: string, proto: TensorProto): StoredTensor {
  const type = proto.dataType ?? 0;
  if (!isElementType(type)) throw new InputError(`${subject}: expected an element type of ONNX, found ${show(type)}`);
  const count = requireDims(subject, proto.dims);
  return { name: proto.name ?? '', type, dims: proto.dims, count, data: dataOf(subject, proto, type, count) };
}

/** A sparse tensor, of which only the shape is used. */
export function sparseTensor(subject: string, name: string, type: number, dims: readonly number[]): StoredTensor {
  return { name, type, dims, count: requireDims(subject, dims), data: { kind: 'sparse' } };
}

function dataOf(subject: string, proto: TensorProto, type: number, count: number): StoredData {
  if (type === STRING) return { kind: 'strings' };
  const needed = storedBytes(type, count) ?? 0;
  const found = (length: number, what = 'bytes of data'): InputError =>
    new InputError(`${subject}: expected ${needed} bytes of data for ${elementTypeName(type)} [${proto.dims.join(',')}], found ${length} ${what}`);
  if (proto.dataLocation === 1) return externalData(subject, proto, needed);
  const lists = TYPED_LISTS.filter((list) => proto[list].length > 0);
  if (proto.rawData !== undefined && (proto.rawData.length > 0 || lists.length === 0)) {
    if (lists.length > 0) throw new InputError(`${subject}: expected data once, found raw_data beside a typed list`);
    if (proto.rawData.length !== needed) throw found(proto.rawData.length);
    return { kind: 'raw', bytes: proto.rawData };
  }
  if (lists.length === 0) {
    if (count > 0) throw found(0);
    return { kind: 'raw', bytes: new Uint8Array(0) };
  }
  if (lists.length > 1) throw new InputError(`${subject}: expected data once, found it in ${lists.length} lists`);
  const [list] = lists;
  if (list !== listFor(type)) throw new InputError(`${subject}: expected ${elementTypeName(type)} data in ${listFor(type)}, found it in ${list}`);
  const runs = proto[list];
  const length = runs.reduce((sum, run) => sum + run.length, 0);
  // A varint has at least one byte, and one of 4 bits may share its with a second.
  const fits = list === 'floatData' || list === 'doubleData' ? length === needed : length >= Math.floor(count / 2);
  if (!fits) throw found(length, 'bytes in a typed list');
  return { kind: 'typed', list, runs };
}

/** The list in which data of a type stands (onnx.proto, TensorProto). */
function listFor(type: number): TypedList {
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

function externalData(subject: string, proto: TensorProto, needed: number): StoredData {
  const entries = new Map(proto.externalData.map(({ key = '', value = '' }) => [key, value]));
  const location = entries.get('location') ?? '';
  if (location === '') throw new InputError(`${subject}: expected the location of its external data, found none`);
  const offset = decimal(subject, 'offset', entries.get('offset')) ?? 0;
  const length = decimal(subject, 'length', entries.get('length')) ?? needed;
  if (length !== needed) {
    throw new InputError(`${subject}: expected ${needed} bytes of external data for ${elementTypeName(proto.dataType ?? 0)} [${proto.dims.join(',')}], found a length of ${length}`);
  }
  return { kind: 'external', location, offset, length };
}

function decimal(subject: string, key: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(value)) throw new InputError(`${subject}: external data: expected ${key} to be an integer below 2^53, found ${show(text)}`);
  return value;
}
