/** Convolutions of every layer, pass and engine. Before an engine is timed, its output is compared with that of `convolve`, bit for bit. */
import type { MlsTensor } from '../src/formats/mls-tensor.ts';
import { PASSES } from '../src/sim/convolution.ts';
import { WrongAnswer, type Benchmark } from './benchmark.ts';
import { convolveFunctional, threads as threadPool } from './engines.ts';
import type { GoldenCase, GoldenModel } from './golden/golden-model.ts';
import { layerCase, once, type LayerCase } from './layer-case.ts';
import { BATCH_LAYERS, DEPTHWISE, LAYERS, SQUARE_LAYERS, type Layer } from './layers.ts';
import { library } from './library.ts';
import { timed, timedAsync, TURN_SECONDS } from './measure.ts';
import { convolutionOnRuntime, type OnnxRuntime } from './onnxruntime.ts';
import { withAllScales, withWideScales } from './operands.ts';
import { onProcesses, type ProcessAnswer } from './processes.ts';

const { convolutionCounts, convolve, prepack } = library;

/** Engines from outside, where they could be had. */
export interface Outside {
  /** Called when first needed, since it compiles. */
  readonly golden: (() => GoldenModel) | undefined;
  readonly onnxRuntime: OnnxRuntime | undefined;
}

export const ALL_EXPONENTS = `${SQUARE_LAYERS[0].name} all exponents`;
const WIDE_SCALES = `${SQUARE_LAYERS[0].name} wide scales`;
/** The fast engine on weights that it hasn't seen before: from their second run on it keeps what it makes of them. */
export const NEW_WEIGHTS = 'fast, new weights';
/** On weights that `prepack` has brought into its form. */
export const PREPACKED = 'fast, prepacked';
/** With weights in the model, which it reorders when that is loaded, and with weights that come with each run. */
export const ONNX_RUNTIME = 'ONNX Runtime';
export const ONNX_RUNTIME_INPUTS = 'ONNX Runtime, weights as input';
const SLOW_ROUNDS = 2;
/** Turns in a round where goals compare passes and threads: a machine that others use has both processors for itself now and then. */
const COMPARED_TURNS = 6;
/** A batch runs only once or twice in a turn. */
const BATCH_TURNS = 12;

/** The fast engine in two processes at once, on one thread each. */
export const PROCESSES = 'fast, 2 processes';

export function convolutionBenchmarks(outside: Outside): readonly Benchmark[] {
  const layers = LAYERS.flatMap((layer) => PASSES.flatMap((pass) => benchmarksOf(layerCase(layer.name, layer, pass), layer, outside)));
  const exact = { ...outside, onnxRuntime: undefined };
  const [first] = SQUARE_LAYERS;
  const wide = benchmarksOf(layerCase(WIDE_SCALES, first, 'forward', withWideScales), first, exact);
  const general = benchmarksOf(layerCase(ALL_EXPONENTS, first, 'forward', withAllScales), first, exact);
  return [...layers, ...wide, ...general, ...BATCH_LAYERS.flatMap(batchBenchmarks)];
}

/** In an order in which those that are compared most are measured side by side. */
function benchmarksOf(of: LayerCase, layer: Layer, { golden, onnxRuntime }: Outside): readonly Benchmark[] {
  const isSquare = SQUARE_LAYERS.includes(layer) && of.name === layer.name;
  const isMostCompared = isSquare && of.pass === 'forward';
  const benchmarks: Benchmark[] = [];
  if (golden !== undefined) benchmarks.push(goldenBenchmark(of, golden));
  const compared = isSquare ? { together: of.name, turns: COMPARED_TURNS } : { together: `${of.name}, ${of.pass}` };
  const ofRows = isSquare && of.pass !== 'weight-grad';
  const fresh = ofRows ? [fastBenchmark(of, NEW_WEIGHTS, () => ({ ...of.operands().x }))] : [];
  benchmarks.push(...[...fastBenchmarks(of, isMostCompared), ...fresh].map((benchmark) => ({ ...benchmark, ...compared })));
  if (ofRows) benchmarks.push(fastBenchmark(of, PREPACKED, once((): MlsTensor => prepack(of.conv, of.operands().datapath, of.operands().x))));
  if (onnxRuntime !== undefined && of.pass === 'forward') benchmarks.push(...runtimeBenchmarks(of, onnxRuntime, isMostCompared ? [true, false] : [true]));
  return [...benchmarks, functionalBenchmark(of, layer !== DEPTHWISE)];
}

/** How threads share more work than one image: the fast engine alone. */
function batchBenchmarks(layer: Layer): readonly Benchmark[] {
  const of = layerCase(layer.name, layer, 'forward');
  const [one, ...more] = fastBenchmarks(of, false).map((benchmark) => ({ ...benchmark, together: of.name, turns: BATCH_TURNS }));
  const prepare = (): void => {
    check(of, 'functional', runFunctional(of));
  };
  return [{ ...one, prepare }, ...more];
}

type Common = Pick<Benchmark, 'bench' | 'case' | 'pass' | 'unit' | 'work'>;

function common({ name, pass, conv }: LayerCase): Common {
  return { bench: 'conv', case: name, pass, unit: 'gmacs', work: convolutionCounts(conv, 1).mul };
}

/** Compares with the output of `convolve`. @param engine what is said to have found it */
function check({ name, pass, operands }: LayerCase, engine: string, found: Uint32Array): void {
  requireEqual(`${engine}, ${name}, ${pass}`, found, operands().expected);
}

function goldenBenchmark(of: LayerCase, golden: () => GoldenModel): Benchmark {
  const goldenCase = once((): GoldenCase => golden().prepare(of.conv, of.options, of.operands().x, of.operands().y));
  return {
    ...common(of),
    threads: 1,
    engine: 'C++',
    prepare: async () => {
      check(of, 'C++', await goldenCase().output());
    },
    run: (times) => goldenCase().run(times),
  };
}

/** On one thread, on two, and where it is asked for in two processes. */
function fastBenchmarks(of: LayerCase, inProcesses: boolean): readonly Benchmark[] {
  const one = fastBenchmark(of, 'fast', () => of.operands().x);
  return [one, ...(threadPool === undefined ? [] : [threadsBenchmark(of, threadPool)]), ...(inProcesses ? [processesBenchmark(of)] : [])];
}

/** @param x weights, prepacked or not */
function fastBenchmark(of: LayerCase, engine: string, x: () => MlsTensor): Benchmark {
  const { conv, operands } = of;
  const run = (): Uint32Array => convolve(conv, operands().datapath, x(), operands().y, operands().into).bits;
  const prepare = (): void => {
    check(of, engine, run());
  };
  return { ...common(of), threads: 1, engine, prepare, run: timed(run) };
}

function threadsBenchmark(of: LayerCase, pool: NonNullable<typeof threadPool>): Benchmark {
  // Plans and what is kept of weights are its own, as they would be without runs on one thread in between.
  const conv = { ...of.conv };
  const x = once((): MlsTensor => ({ ...of.operands().x }));
  const run = async (): Promise<Uint32Array> => {
    const { datapath, y, into } = of.operands();
    return (await pool.convolveOnThreads(conv, datapath, x(), y, { threads: 2, into })).bits;
  };
  const prepare = async (): Promise<void> => {
    check(of, 'fast, 2 threads', await run());
  };
  return { ...common(of), threads: 2, engine: 'fast', prepare, run: timedAsync(run) };
}

/** Runs of two processes at the same time, as many as there are in a turn. */
function processesBenchmark(of: LayerCase): Benchmark {
  const run = (seconds: number): Promise<readonly ProcessAnswer[]> => onProcesses({ layer: of.name, seconds });
  const prepare = async (): Promise<void> => {
    for (const { bits } of await run(0)) check(of, PROCESSES, bits);
  };
  const secondsOf = async (times: number): Promise<number> => times / (await run(TURN_SECONDS)).reduce((sum, { runsPerSecond }) => sum + runsPerSecond, 0);
  return { ...common(of), threads: 1, engine: PROCESSES, prepare, run: secondsOf };
}

/** @param inModel whether weights are in the model, or come with each run */
function runtimeBenchmarks(of: LayerCase, runtime: OnnxRuntime, inModel: readonly boolean[]): readonly Benchmark[] {
  return inModel.map((isInModel) => {
    let session: (() => Promise<Float32Array>) | undefined;
    return {
      ...common(of),
      threads: 1,
      engine: isInModel ? ONNX_RUNTIME : ONNX_RUNTIME_INPUTS,
      prepare: async () => {
        const { x, y, expected } = of.operands();
        session = await convolutionOnRuntime(runtime, x, y, of.conv.outputShape, of.options, 1, isInModel);
        requireClose(`ONNX Runtime, ${of.name}`, await session(), new Float32Array(expected.buffer));
      },
      run: timedAsync(() => session?.() ?? Promise.reject(new Error('not prepared'))),
    };
  });
}

function functionalBenchmark(of: LayerCase, isSlow: boolean): Benchmark {
  const run = (): Uint32Array => runFunctional(of);
  const prepare = (): void => {
    check(of, 'functional', run());
  };
  return { ...common(of), threads: 1, engine: 'functional', ...(isSlow ? { slowRounds: SLOW_ROUNDS } : {}), prepare, run: timed(run) };
}

function runFunctional({ conv, operands }: LayerCase): Uint32Array {
  return convolveFunctional(conv, operands().datapath, operands().x, operands().y).bits;
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
