/** Convolutions of every layer, pass and engine. Before an engine is timed, its output is compared with that of `convolve`, bit for bit. */
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import { PASSES, type Convolution, type ConvolutionOptions, type Pass } from '../src/sim/convolution.ts';
import { WrongAnswer, type Benchmark } from './benchmark.ts';
import { convolveFunctional, threads as threadPool } from './engines.ts';
import type { GoldenCase, GoldenModel } from './golden/golden-model.ts';
import { BATCH_LAYERS, DEPTHWISE, LAYERS, passShapes, SQUARE_LAYERS, type Layer } from './layers.ts';
import { library } from './library.ts';
import { timed, timedAsync } from './measure.ts';
import { convolutionOnRuntime, type OnnxRuntime } from './onnxruntime.ts';
import { randomTensor, SPREAD, withAllScales, withWideScales } from './operands.ts';

const { convolution, convolutionCounts, convolve, mlsDatapath, mlsDefaults, prepack } = library;

/** Engines from outside, where they could be had. */
export interface Outside {
  /** Called when first needed, since it compiles. */
  readonly golden: (() => GoldenModel) | undefined;
  readonly onnxRuntime: OnnxRuntime | undefined;
}

export const ALL_EXPONENTS = `${SQUARE_LAYERS[0].name} all exponents`;
const WIDE_SCALES = `${SQUARE_LAYERS[0].name} wide scales`;
/** The fast engine on weights that `prepack` has brought into its form. */
export const PREPACKED = 'fast, prepacked';
/** With weights in the model, which it reorders when that is loaded, and with weights that come with each run. */
export const ONNX_RUNTIME = 'ONNX Runtime';
export const ONNX_RUNTIME_INPUTS = 'ONNX Runtime, weights as input';
const SLOW_ROUNDS = 2;

export function convolutionBenchmarks(outside: Outside): readonly Benchmark[] {
  const layers = LAYERS.flatMap((layer) => PASSES.flatMap((pass) => benchmarksOf(layer.name, layer, pass, outside, (tensor) => tensor)));
  const exact = { ...outside, onnxRuntime: undefined };
  const wide = benchmarksOf(WIDE_SCALES, SQUARE_LAYERS[0], 'forward', exact, withWideScales);
  const general = benchmarksOf(ALL_EXPONENTS, SQUARE_LAYERS[0], 'forward', exact, withAllScales);
  return [...layers, ...wide, ...general, ...BATCH_LAYERS.flatMap(batchBenchmarks)];
}

/** What the benchmarks of a case have in common. */
interface Case {
  readonly common: Pick<Benchmark, 'bench' | 'case' | 'pass' | 'unit' | 'work'>;
  readonly conv: Convolution;
  readonly options: ConvolutionOptions;
  /** Made when first asked for. */
  readonly operands: () => Operands;
  /** Compares with the output of `convolve`. @param engine what is said to have found it */
  readonly check: (engine: string, found: Uint32Array) => void;
}

interface Operands {
  readonly x: MlsTensor;
  readonly y: MlsTensor;
  readonly datapath: ReturnType<typeof mlsDatapath>;
  readonly expected: Uint32Array;
}

/** @param change what is done to the operands, the second argument being a seed */
function caseOf(name: string, layer: Layer, pass: Pass, change: (tensor: MlsTensor, seed: number) => MlsTensor): Case {
  const { x: xShape, y: yShape, options } = passShapes(layer, pass);
  const conv = convolution(pass, xShape, yShape, options);
  const operands = once((): Operands => {
    const x = change(randomTensor(xShape, 1, pass === 'weight-grad' ? SPREAD.activations : SPREAD.weights), 1);
    const y = change(randomTensor(yShape, 2, SPREAD.activations), 2);
    const datapath = mlsDatapath(mlsDefaults(x, y));
    return { x, y, datapath, expected: convolve(conv, datapath, x, y).bits };
  });
  return {
    common: { bench: 'conv', case: name, pass, unit: 'gmacs', work: convolutionCounts(conv, 1).mul },
    conv,
    options,
    operands,
    check: (engine, found) => {
      requireEqual(`${engine}, ${name}, ${pass}`, found, operands().expected);
    },
  };
}

/** In an order in which those that are compared most are measured side by side. */
function benchmarksOf(name: string, layer: Layer, pass: Pass, { golden, onnxRuntime }: Outside, change: (tensor: MlsTensor, seed: number) => MlsTensor): readonly Benchmark[] {
  const of = caseOf(name, layer, pass, change);
  const isSquare = SQUARE_LAYERS.includes(layer) && name === layer.name;
  const isScaled = isSquare && pass === 'forward';
  const benchmarks: Benchmark[] = [];
  if (golden !== undefined) benchmarks.push(...goldenBenchmarks(of, golden, isScaled ? [2, 1] : [1]));
  benchmarks.push(...fastBenchmarks(of));
  // Weights that are the same in every run are kept as the kernels want them, as ONNX Runtime keeps those of its model.
  if (isSquare && pass !== 'weight-grad') benchmarks.push(...prepackedBenchmarks(of));
  if (onnxRuntime !== undefined && pass === 'forward') benchmarks.push(...runtimeBenchmarks(of, onnxRuntime, isScaled ? [true, false] : [true]));
  return [...benchmarks, functionalBenchmark(of, layer !== DEPTHWISE)];
}

/** How threads share more work than one image: the fast engine alone. */
function batchBenchmarks(layer: Layer): readonly Benchmark[] {
  const of = caseOf(layer.name, layer, 'forward', (tensor) => tensor);
  const [one, ...more] = fastBenchmarks(of);
  const prepare = (): void => {
    of.check('functional', runFunctional(of));
  };
  return [{ ...one, prepare }, ...more];
}

function goldenBenchmarks({ common, conv, options, operands, check }: Case, golden: () => GoldenModel, threadCounts: readonly number[]): readonly Benchmark[] {
  const goldenCase = once((): GoldenCase => golden().prepare(conv, options, operands().x, operands().y));
  return threadCounts.map((threads) => ({
    ...common,
    threads,
    engine: 'C++',
    prepare: async () => {
      check('C++', await goldenCase().output(threads));
    },
    run: (times) => goldenCase().run(times, threads),
  }));
}

function fastBenchmarks(of: Case): readonly Benchmark[] {
  const { common, conv, operands } = of;
  const run = (): Uint32Array => convolve(conv, operands().datapath, operands().x, operands().y).bits;
  const one: Benchmark = { ...common, threads: 1, engine: 'fast', prepare: () => void operands(), run: timed(run) };
  return [one, ...onTwoThreads('fast', of, () => operands().x)];
}

/** On two threads before one, which others are compared with. */
function prepackedBenchmarks(of: Case): readonly Benchmark[] {
  const { common, conv, operands, check } = of;
  const packed = once((): MlsTensor => prepack(conv, operands().datapath, operands().x));
  const run = (): Uint32Array => convolve(conv, operands().datapath, packed(), operands().y).bits;
  const prepare = (): void => {
    check(PREPACKED, run());
  };
  return [...onTwoThreads(PREPACKED, of, packed), { ...common, threads: 1, engine: PREPACKED, prepare, run: timed(run) }];
}

/** None where this build has no threads. */
function onTwoThreads(engine: string, { common, conv, operands, check }: Case, x: () => MlsTensor): readonly Benchmark[] {
  if (threadPool === undefined) return [];
  const pool = threadPool;
  const run = async (): Promise<Uint32Array> => (await pool.convolveOnThreads(conv, operands().datapath, x(), operands().y, { threads: 2 })).bits;
  const prepare = async (): Promise<void> => {
    check(`${engine}, 2 threads`, await run());
  };
  return [{ ...common, threads: 2, engine, prepare, run: timedAsync(run) }];
}

/** @param inModel whether weights are in the model, or come with each run */
function runtimeBenchmarks({ common, conv, options, operands }: Case, runtime: OnnxRuntime, inModel: readonly boolean[]): readonly Benchmark[] {
  return inModel.map((isInModel) => {
    let session: (() => Promise<Float32Array>) | undefined;
    return {
      ...common,
      threads: 1,
      engine: isInModel ? ONNX_RUNTIME : ONNX_RUNTIME_INPUTS,
      prepare: async () => {
        const { x, y, expected } = operands();
        session = await convolutionOnRuntime(runtime, x, y, conv.outputShape, options, 1, isInModel);
        requireClose(`ONNX Runtime, ${common.case}`, await session(), new Float32Array(expected.buffer));
      },
      run: timedAsync(() => session?.() ?? Promise.reject(new Error('not prepared'))),
    };
  });
}

function functionalBenchmark(of: Case, isSlow: boolean): Benchmark {
  const run = (): Uint32Array => runFunctional(of);
  const prepare = (): void => {
    of.check('functional', run());
  };
  return { ...of.common, threads: 1, engine: 'functional', ...(isSlow ? { slowRounds: SLOW_ROUNDS } : {}), prepare, run: timed(run) };
}

function runFunctional({ conv, operands }: Case): Uint32Array {
  return convolveFunctional(conv, operands().datapath, operands().x, operands().y).bits;
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function requireEqual(what: string, found: Uint32Array, expected: Uint32Array): void {
  const at = found.length === expected.length ? found.findIndex((bits, i) => bits !== expected[i]) : 0;
  if (at < 0) return;
  throw new WrongAnswer(`${what}: output ${at} is ${hexadecimal(found[at])}, and convolve() has ${hexadecimal(expected[at])}; nothing is measured`);
}

function hexadecimal(bits: number): string {
  return bits.toString(16).padStart(8, '0');
}

/** Sums in another order and with other roundings differ, but not by much. */
const TOLERANCE = 1e-4;

function requireClose(what: string, found: Float32Array, expected: Float32Array): void {
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const at = found.length === expected.length ? found.findIndex((value, i) => !(Math.abs(value - expected[i]) <= TOLERANCE * largest)) : 0;
  if (at >= 0) throw new WrongAnswer(`${what}: output ${at} is ${found[at]}, and convolve() has ${expected[at]}; nothing is measured`);
}
