/** Convolutions of every layer, pass and engine. Before an engine is timed, its output is compared with that of `convolve`, bit for bit. */
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import { PASSES, type Pass } from '../src/sim/convolution.ts';
import { WrongAnswer, type Benchmark } from './benchmark.ts';
import { convolveFunctional, threads as threadPool } from './engines.ts';
import type { GoldenCase, GoldenModel } from './golden/golden-model.ts';
import { DEPTHWISE, LAYERS, passShapes, SQUARE_LAYERS, type Layer } from './layers.ts';
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
  return [...layers, ...wide, ...general];
}

/** @param change what is done to the operands, the second argument being a seed */
function benchmarksOf(name: string, layer: Layer, pass: Pass, outside: Outside, change: (tensor: MlsTensor, seed: number) => MlsTensor): readonly Benchmark[] {
  const shapes = passShapes(layer, pass);
  const conv = convolution(pass, shapes.x, shapes.y, shapes.options);
  const ready = once(() => {
    const x = change(randomTensor(shapes.x, 1, pass === 'weight-grad' ? SPREAD.activations : SPREAD.weights), 1);
    const y = change(randomTensor(shapes.y, 2, SPREAD.activations), 2);
    const datapath = mlsDatapath(mlsDefaults(x, y));
    return { x, y, datapath, expected: convolve(conv, datapath, x, y).bits };
  });
  const common = { bench: 'conv', case: name, pass, threads: 1, unit: 'gmacs', work: convolutionCounts(conv, 1).mul } as const;
  const check = (engine: string, found: Uint32Array): void => {
    requireEqual(`${engine}, ${name}, ${pass}`, found, ready().expected);
  };

  const { golden, onnxRuntime } = outside;
  // What is compared most is measured side by side.
  const benchmarks: Benchmark[] = [];
  if (golden !== undefined) {
    const goldenCase = once((): GoldenCase => golden().prepare(conv, shapes.options, ready().x, ready().y));
    benchmarks.push({
      ...common,
      engine: 'C++',
      prepare: async () => {
        check('C++', await goldenCase().output());
      },
      run: (times) => goldenCase().run(times),
    });
  }

  const run = (): Uint32Array => convolve(conv, ready().datapath, ready().x, ready().y).bits;
  benchmarks.push({ ...common, engine: 'fast', prepare: () => void ready(), run: timed(run) });

  // Weights that are the same in every run are kept as the kernels want them, as ONNX Runtime keeps those of its model.
  const isKept = SQUARE_LAYERS.includes(layer) && name === layer.name && pass !== 'weight-grad';
  const packed = once((): MlsTensor => prepack(conv, ready().datapath, ready().x));
  const runPacked = (): Uint32Array => convolve(conv, ready().datapath, packed(), ready().y).bits;
  if (isKept) {
    benchmarks.push({
      ...common,
      engine: PREPACKED,
      prepare: () => {
        check(PREPACKED, runPacked());
      },
      run: timed(runPacked),
    });
  }

  const onRuntime = (runtime: OnnxRuntime, inModel: boolean): Pick<Benchmark, 'prepare' | 'run'> => {
    let session: (() => Promise<Float32Array>) | undefined;
    return {
      prepare: async () => {
        const { x, y, expected } = ready();
        session = await convolutionOnRuntime(runtime, x, y, conv.outputShape, shapes.options, 1, inModel);
        requireClose(`ONNX Runtime, ${name}`, await session(), new Float32Array(expected.buffer));
      },
      run: timedAsync(() => session?.() ?? Promise.reject(new Error('not prepared'))),
    };
  };
  if (onnxRuntime !== undefined && pass === 'forward') {
    benchmarks.push({ ...common, engine: ONNX_RUNTIME, ...onRuntime(onnxRuntime, true) });
    if (isKept) benchmarks.push({ ...common, engine: ONNX_RUNTIME_INPUTS, ...onRuntime(onnxRuntime, false) });
  }

  if (threadPool !== undefined) {
    const pool = threadPool;
    const runThreads = async (): Promise<Uint32Array> => (await pool.convolveOnThreads(conv, ready().datapath, ready().x, ready().y, { threads: 2 })).bits;
    benchmarks.push({
      ...common,
      threads: 2,
      engine: 'fast',
      prepare: async () => {
        check('fast, 2 threads', await runThreads());
      },
      run: timedAsync(runThreads),
    });
    if (isKept) {
      const runPackedThreads = async (): Promise<Uint32Array> => (await pool.convolveOnThreads(conv, ready().datapath, packed(), ready().y, { threads: 2 })).bits;
      benchmarks.push({
        ...common,
        threads: 2,
        engine: PREPACKED,
        prepare: async () => {
          check(`${PREPACKED}, 2 threads`, await runPackedThreads());
        },
        run: timedAsync(runPackedThreads),
      });
    }
  }

  const runFunctional = (): Uint32Array => convolveFunctional(conv, ready().datapath, ready().x, ready().y).bits;
  const isSlow = layer !== DEPTHWISE;
  benchmarks.push({
    ...common,
    engine: 'functional',
    ...(isSlow ? { slowRounds: SLOW_ROUNDS } : {}),
    prepare: () => {
      check('functional', runFunctional());
    },
    run: timed(runFunctional),
  });
  return benchmarks;
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
