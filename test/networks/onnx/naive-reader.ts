/** A plain reader of ONNX files for the tests: every field of every message by its number, and what the real models need of it. */

/** The fields of a message: numbers for varints, bytes for the rest. */
export type Message = ReadonlyMap<number, readonly (number | Uint8Array)[]>;

export function fields(bytes: Uint8Array): Message {
  const found = new Map<number, (number | Uint8Array)[]>();
  let at = 0;
  const varint = (): number => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = bytes[at++];
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(BigInt.asIntN(64, value));
    }
  };
  while (at < bytes.length) {
    const tag = varint();
    let value: number | Uint8Array;
    if (tag % 8 === 0) value = varint();
    else {
      const length = tag % 8 === 2 ? varint() : tag % 8 === 5 ? 4 : 8;
      value = bytes.subarray(at, (at += length));
    }
    const list = found.get(Math.floor(tag / 8));
    if (list) list.push(value);
    else found.set(Math.floor(tag / 8), [value]);
  }
  return found;
}

export const messages = (message: Message, field: number): Message[] => (message.get(field) ?? []).map((one) => fields(one as Uint8Array));
export const texts = (message: Message, field: number): string[] => (message.get(field) ?? []).map((one) => Buffer.from(one as Uint8Array).toString());

export interface NaiveTensor {
  readonly type: number;
  readonly dims: readonly number[];
  readonly raw: Uint8Array;
}

export interface NaiveNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Nodes but for constants, and the tensors of Constant nodes by name. */
export function naiveGraph(bytes: Uint8Array): { readonly nodes: readonly NaiveNode[]; readonly constants: ReadonlyMap<string, NaiveTensor> } {
  const [graph] = messages(fields(bytes), 7);
  const all = messages(graph, 1).map((node) => ({ node, op: texts(node, 4)[0], inputs: texts(node, 1), outputs: texts(node, 2) }));
  const constants = all
    .filter(({ op }) => op === 'Constant')
    .map(({ node, outputs }): [string, NaiveTensor] => {
      const [tensor] = messages(messages(node, 5)[0], 5);
      return [outputs[0], { type: (tensor.get(2) as number[])[0], dims: (tensor.get(1) ?? []) as number[], raw: (tensor.get(9)?.[0] ?? new Uint8Array(0)) as Uint8Array }];
    });
  return { nodes: all.filter(({ op }) => op !== 'Constant'), constants: new Map(constants) };
}
