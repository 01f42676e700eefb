/** What the format and the unit do to one layer: three passes on the simulated datapath beside the same convolutions unquantized. */
import { finish } from '../bits/steps.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { averageRelativeError } from '../formats/mls-tensor.ts';
import { quantize, type QuantizeOptions } from '../formats/quantize.ts';
import { convolution, type ConvolutionOptions, type Pass } from '../sim/convolution.ts';
import { convolving } from '../sim/convolve.ts';
import { mlsDatapath, mlsDefaults } from '../sim/mls-datapath.ts';
import type { ConvolutionResult } from '../sim/result.ts';
import { convolveUnquantized, type PlainTensor } from '../sim/unquantized.ts';
import { relativeError, sqnr } from './quality.ts';

/** A layer with its operands in binary32. */
export interface Layer {
  readonly name: string;
  readonly kind: string;
  readonly options: ConvolutionOptions;
  readonly weights: PlainTensor;
  readonly activations: PlainTensor;
}

/** One pass, and how far it is from the unquantized convolution. */
export interface PassReport {
  readonly pass: Pass;
  readonly result: ConvolutionResult;
  /** In dB. */
  readonly sqnr: number;
  readonly averageRelativeError: number;
  /** Of the simulation alone. */
  readonly milliseconds: number;
}

/** A layer's three passes. */
export interface LayerReport {
  readonly layer: Layer;
  /** Average relative errors of the quantized operands. */
  readonly operandErrors: { readonly W: number; readonly A: number; readonly E: number };
  readonly passes: readonly PassReport[];
}

interface OperandPair {
  readonly plain: PlainTensor;
  readonly quantized: MlsTensor;
}

/**
 * Quantizes a layer and runs its passes with the defaults of the MLS unit.
 *
 * E is the gradient of half the output's variance in each channel: Z minus its channel's mean. It stands for the gradient of a training loss, which
 * a network made for inference comes without.
 * @param now a clock, in milliseconds
 */
export function reportLayer(layer: Layer, options: QuantizeOptions, now: () => number): LayerReport {
  const pairOf = (name: string, plain: PlainTensor): OperandPair => ({ plain, quantized: quantize(name, plain.data, plain.shape, options) });
  const { weights, activations } = layer;
  const forward = convolution('forward', weights.shape, activations.shape, layer.options);
  const output = convolveUnquantized(forward, weights, activations);
  const [, , outputRows, outputColumns] = forward.outputShape;

  const w = pairOf('W', weights);
  const a = pairOf('A', activations);
  const e = pairOf('E', { shape: forward.outputShape, data: withoutMeans(output, outputRows * outputColumns) });

  const [, , inputRows, inputColumns] = activations.shape;
  const [, , kernelRows, kernelColumns] = weights.shape;
  const passes = [
    runPass('forward', w, a, layer.options, now),
    runPass('input-grad', w, e, { ...layer.options, inputSize: [inputRows, inputColumns] }, now),
    runPass('weight-grad', e, a, { ...layer.options, kernelSize: [kernelRows, kernelColumns] }, now),
  ];
  const errorOf = ({ plain, quantized }: OperandPair): number => averageRelativeError(plain.data, quantized);
  return { layer, operandErrors: { W: errorOf(w), A: errorOf(a), E: errorOf(e) }, passes };
}

function runPass(pass: Pass, x: OperandPair, y: OperandPair, options: ConvolutionOptions, now: () => number): PassReport {
  const conv = convolution(pass, x.plain.shape, y.plain.shape, options);
  const datapath = mlsDatapath(mlsDefaults(x.quantized, y.quantized));
  const start = now();
  const result = finish(convolving(conv, datapath, x.quantized, y.quantized));
  const milliseconds = now() - start;
  const exact = convolveUnquantized(conv, x.plain, y.plain);
  const found = new Float32Array(result.bits.buffer);
  return { pass, result, sqnr: sqnr(exact, found), averageRelativeError: relativeError(exact, found), milliseconds };
}

/** Each plane less its mean, in binary32. */
function withoutMeans(planes: Float64Array, planeSize: number): Float32Array {
  const out = new Float32Array(planes.length);
  for (let start = 0; start < planes.length; start += planeSize) {
    let sum = 0;
    for (let i = start; i < start + planeSize; i++) sum += planes[i];
    for (let i = start; i < start + planeSize; i++) out[i] = planes[i] - sum / planeSize;
  }
  return out;
}
