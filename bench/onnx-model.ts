/** An ONNX file with one convolution in it, by the field numbers of src/networks/onnx/schema.ts. */
import protobuf from 'protobufjs/minimal.js';
import type { Shape4 } from '../src/bits/shape.ts';
import type { ConvolutionOptions, Pair } from '../src/sim/convolution.ts';

type Write = (writer: protobuf.Writer) => void;

const FLOAT = 1;
const INTS = 7;
const INT = 2;
/** Those of ONNX 1.8, which every reader since then takes. */
const IR_VERSION = 7;
const OPERATOR_SET = 13;

const BYTES = 2;
const VARINT = 0;

const message = (field: number, ...parts: readonly Write[]): Write => (writer) => {
  writer.uint32(field * 8 + BYTES).fork();
  for (const part of parts) part(writer);
  writer.ldelim();
};
const text = (field: number, value: string): Write => (writer) => void writer.uint32(field * 8 + BYTES).string(value);
const bytes = (field: number, value: Uint8Array): Write => (writer) => void writer.uint32(field * 8 + BYTES).bytes(value);
const int = (field: number, value: number): Write => (writer) => void writer.uint32(field * 8 + VARINT).int64(value);

const integers = (name: string, values: Pair | Shape4): Write => message(5, text(1, name), ...values.map((value) => int(8, value)), int(20, INTS));
const integer = (name: string, value: number): Write => message(5, text(1, name), int(3, value), int(20, INT));
const shapeOf = (shape: Shape4): Write => message(2, ...shape.map((size) => message(1, int(1, size))));
const value = (field: number, name: string, shape: Shape4): Write => message(field, text(1, name), message(2, message(1, int(1, FLOAT), shapeOf(shape))));

/** `Z = Conv(A, W)`. @param weights in the file; undefined where W is an input */
export function convolutionModel(weights: Float32Array | undefined, weightShape: Shape4, inputShape: Shape4, outputShape: Shape4, { stride, padding, dilation, groups }: ConvolutionOptions): Uint8Array {
  const node = message(
    1,
    text(1, 'A'),
    text(1, 'W'),
    text(2, 'Z'),
    text(4, 'Conv'),
    integers('kernel_shape', [weightShape[2], weightShape[3]]),
    integers('strides', stride),
    integers('pads', [...padding, ...padding]),
    integers('dilations', dilation),
    integer('group', groups),
  );
  const raw = weights && new Uint8Array(weights.buffer, weights.byteOffset, weights.byteLength);
  const w = raw ? message(5, ...weightShape.map((size) => int(1, size)), int(2, FLOAT), text(8, 'W'), bytes(9, raw)) : value(11, 'W', weightShape);
  const writer = protobuf.Writer.create();
  int(1, IR_VERSION)(writer);
  message(7, node, text(2, 'layer'), value(11, 'A', inputShape), w, value(12, 'Z', outputShape))(writer);
  message(8, text(1, ''), int(2, OPERATOR_SET))(writer);
  return writer.finish();
}
