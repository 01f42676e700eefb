/** Writes ONNX files byte by byte, from the Protocol Buffers encoding guide and onnx.proto alone. */

export type Bytes = readonly number[] | Uint8Array;

/** A base-128 varint; negative numbers in 64 bits of two's complement. */
export function varint(value: number | bigint): number[] {
  let rest = BigInt.asUintN(64, BigInt(value));
  const bytes: number[] = [];
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return bytes;
}

export const tag = (field: number, wire: number): number[] => varint(field * 8 + wire);

export function concatenate(parts: readonly Bytes[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** A varint field. */
export const intField = (field: number, value: number | bigint): Uint8Array => concatenate([tag(field, 0), varint(value)]);
/** A message, bytes or string field. */
export const bytesField = (field: number, value: Bytes | string): Uint8Array => {
  const bytes = typeof value === 'string' ? Buffer.from(value) : value;
  return concatenate([tag(field, 2), varint(bytes.length), bytes]);
};
export const floatField = (field: number, value: number): Uint8Array => concatenate([tag(field, 5), new Uint8Array(Float32Array.of(value).buffer)]);

export const FLOAT = 1;
export const INT64 = 7;
export const BOOL = 9;

export interface TensorSpec {
  readonly name?: string;
  readonly type?: number;
  readonly dims: readonly (number | bigint)[];
  readonly raw?: Bytes;
  readonly floats?: readonly number[];
  readonly ints64?: readonly (number | bigint)[];
  readonly ints32?: readonly number[];
  readonly doubles?: readonly number[];
  readonly external?: Readonly<Record<string, string>>;
  /** Lists as single fields instead of one packed run. */
  readonly unpacked?: boolean;
}

const bytesOf = (array: Float32Array | Float64Array | BigInt64Array): Uint8Array => new Uint8Array(array.buffer);

export function tensor({ name, type = FLOAT, dims, raw, floats, ints64, ints32, doubles, external, unpacked }: TensorSpec): Uint8Array {
  const list = (field: number, wire: number, values: readonly Bytes[] | undefined): Uint8Array[] => {
    if (values === undefined) return [];
    return unpacked === true ? values.map((value) => concatenate([tag(field, wire), value])) : [bytesField(field, concatenate(values))];
  };
  return concatenate([
    ...dims.map((size) => intField(1, size)),
    intField(2, type),
    ...list(4, 5, floats?.map((value) => bytesOf(Float32Array.of(value)))),
    ...list(5, 0, ints32?.map(varint)),
    ...list(7, 0, ints64?.map(varint)),
    ...(name === undefined ? [] : [bytesField(8, name)]),
    ...(raw === undefined ? [] : [bytesField(9, raw)]),
    ...list(10, 1, doubles?.map((value) => bytesOf(Float64Array.of(value)))),
    ...Object.entries(external ?? {}).map(([key, value]) => bytesField(13, concatenate([bytesField(1, key), bytesField(2, value)]))),
    ...(external === undefined ? [] : [intField(14, 1)]),
  ]);
}

/** A tensor of integers, in raw_data. */
export const int64Tensor = (values: readonly (number | bigint)[], dims: readonly number[] = [values.length], name?: string): Uint8Array =>
  tensor({ ...(name === undefined ? {} : { name }), type: INT64, dims, raw: bytesOf(BigInt64Array.from(values, BigInt)) });

/** A tensor of binary32 zeros, or of these values. */
export function floatTensor(name: string | undefined, dims: readonly number[], values?: readonly number[]): Uint8Array {
  const count = dims.reduce((product, size) => product * size, 1);
  return tensor({ ...(name === undefined ? {} : { name }), dims, raw: bytesOf(values === undefined ? new Float32Array(count) : Float32Array.from(values)) });
}

/** An integer, a list of them, a string, a float, floats, or a tensor. */
export type AttributeSpec = number | readonly (number | bigint)[] | string | { readonly f: number } | { readonly fs: readonly number[] } | { readonly t: Uint8Array } | { readonly g: Uint8Array };

export function attribute(name: string, value: AttributeSpec): Uint8Array {
  const parts: Uint8Array[] = [bytesField(1, name)];
  const add = (type: number, ...fields: Uint8Array[]): void => void parts.push(...fields, intField(20, type));
  if (typeof value === 'number') add(2, intField(3, value));
  else if (typeof value === 'string') add(3, bytesField(4, value));
  else if ('f' in value) add(1, floatField(2, value.f));
  else if ('fs' in value) add(6, ...value.fs.map((one) => floatField(7, one)));
  else if ('t' in value) add(4, bytesField(5, value.t));
  else if ('g' in value) add(5, bytesField(6, value.g));
  else add(7, ...value.map((one) => intField(8, one)));
  return concatenate(parts);
}

export interface NodeSpec {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly name?: string;
  readonly domain?: string;
  readonly attributes?: Readonly<Record<string, AttributeSpec>>;
}

export function node({ op, inputs, outputs, name, domain, attributes = {} }: NodeSpec): Uint8Array {
  return concatenate([
    ...inputs.map((one) => bytesField(1, one)),
    ...outputs.map((one) => bytesField(2, one)),
    ...(name === undefined ? [] : [bytesField(3, name)]),
    bytesField(4, op),
    ...Object.entries(attributes).map(([key, value]) => bytesField(5, attribute(key, value))),
    ...(domain === undefined ? [] : [bytesField(7, domain)]),
  ]);
}

/** A dimension: its size, or a name for one that is open. */
export type DimSpec = number | bigint | string;

export function valueInfo(name: string, dims?: readonly DimSpec[], type = FLOAT): Uint8Array {
  const shape = dims?.map((dim) => bytesField(1, typeof dim === 'string' ? bytesField(2, dim) : intField(1, dim)));
  const tensorType = concatenate([intField(1, type), ...(shape === undefined ? [] : [bytesField(2, concatenate(shape))])]);
  return concatenate([bytesField(1, name), bytesField(2, bytesField(1, tensorType))]);
}

export interface ModelSpec {
  readonly opset?: number;
  readonly nodes: readonly (NodeSpec | Uint8Array)[];
  readonly inputs?: readonly Uint8Array[];
  readonly outputs?: readonly string[];
  readonly initializers?: readonly Uint8Array[];
}

export function model({ opset = 13, nodes, inputs = [], outputs = [], initializers = [] }: ModelSpec): Uint8Array {
  const graph = concatenate([
    ...nodes.map((one) => bytesField(1, one instanceof Uint8Array ? one : node(one))),
    bytesField(2, 'graph'),
    ...initializers.map((one) => bytesField(5, one)),
    ...inputs.map((one) => bytesField(11, one)),
    ...outputs.map((one) => bytesField(12, valueInfo(one))),
  ]);
  return concatenate([intField(1, 7), bytesField(7, graph), bytesField(8, intField(2, opset))]);
}
