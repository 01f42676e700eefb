/** One point of the cost curve, in a process of its own so that its memory is its own. The layer comes as JSON, and so does the point go. */
import { elementCount } from '../src/bits/shape.ts';
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import { layerShapes, type CostLayer, type CostPoint } from './cost-points.ts';
import { library } from './library.ts';
import { figures, inAll, timed } from './measure.ts';
import { randomCodes, SPREAD } from './operands.ts';
import { watchMemory } from './peak-memory.ts';

const { convolution, convolutionCounts, convolve, mlsDatapath, mlsDefaults, PLAIN_CONVOLUTION } = library;
/** A sample lasts about so long. */
const SAMPLE_SECONDS = 0.02;
const SAMPLES = 21;
/** Before that it runs about so long, as kernels are compiled for speed only when they have run for a while. */
const WARM_SECONDS = 0.5;

function layerOf(layer: CostLayer): { readonly conv: ReturnType<typeof convolution>; readonly x: MlsTensor; readonly y: MlsTensor; readonly run: () => void } {
  const { weights, input } = layerShapes(layer);
  const conv = convolution('forward', weights, input, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
  const x = randomCodes(weights, 1, SPREAD.weights);
  const y = randomCodes(input, 2, SPREAD.activations);
  const datapath = mlsDatapath(mlsDefaults(x, y));
  return { conv, x, y, run: () => void convolve(conv, datapath, x, y) };
}

const layer = JSON.parse(process.argv[2]) as CostLayer;
// The engine's own code isn't the layer's memory.
layerOf({ ...layer, channels: 8, size: 8, batch: 1 }).run();

const peak = watchMemory();
const { conv, x, y, run } = layerOf(layer);
run();
const peakBytes = peak();

const calls = timed(run);
for (let seconds = 0; seconds < WARM_SECONDS; ) seconds += inAll(calls(1));
const times = Math.max(1, Math.round(SAMPLE_SECONDS / inAll(calls(1))));
const samples = Array.from({ length: SAMPLES }, () => inAll(calls(times)) / times);
const { median: seconds, low, high } = figures(samples);
const outputs = elementCount(conv.outputShape);
const inputs = x.codes.length + y.codes.length;
const point: CostPoint = {
  ...layer,
  products: convolutionCounts(conv, 1).mul,
  elements: inputs + outputs,
  dataBytes: inputs * x.codes.BYTES_PER_ELEMENT + outputs * Uint32Array.BYTES_PER_ELEMENT,
  peakBytes,
  seconds,
  low,
  high,
};
console.log(JSON.stringify(point));
