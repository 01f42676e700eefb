/** What the engines are meant to reach, as ratios of two results of one run. */
import type { Pass } from '../src/sim/convolution.ts';
import type { Result } from './benchmark.ts';
import { ALL_EXPONENTS, NEW_WEIGHTS, ONNX_RUNTIME, ONNX_RUNTIME_INPUTS, PROCESSES } from './conv-cases.ts';
import { BATCH_LAYERS, DEPTHWISE, POINTWISE_LAYERS, SQUARE_LAYERS, STEM, type Layer } from './layers.ts';
import { ratioOf } from './measure.ts';
import { QUANTIZED_SHAPES, quantizationCase } from './quantize-cases.ts';

export interface Goal {
  readonly title: string;
  /** What the value has to reach. */
  readonly least: number;
  readonly unit: string;
  /** Undefined where it wasn't measured. */
  value(results: readonly Result[]): number | undefined;
}

/** Which result of a convolution: the fast engine's on one thread where nothing else is said. */
interface Which {
  readonly case: string;
  readonly pass?: Pass;
  readonly engine?: string;
  readonly threads?: number;
}

function resultOf(results: readonly Result[], { case: name, pass = 'forward', engine = 'fast', threads = 1 }: Which): Result | undefined {
  return results.find((result) => result.bench === 'conv' && result.case === name && result.pass === pass && result.engine === engine && result.threads === threads);
}

function ratioGoal(title: string, least: number, over: Which, under: Which, ratio: (over: Result, under: Result) => number | undefined = ratioOf): Goal {
  return {
    title,
    least,
    unit: 'x',
    value: (results) => {
      const [a, b] = [resultOf(results, over), resultOf(results, under)];
      return a === undefined || b === undefined ? undefined : ratio(a, b);
    },
  };
}

function overEngine({ name }: Layer, engine: string, least: number): Goal {
  return ratioGoal(`${name}, forward: over ${engine}`, least, { case: name }, { case: name, engine });
}

/** On an idle machine: where one isn't, the quickest runs are those that had its processors for themselves. */
function idleThreadsGoal({ name }: Layer): Goal {
  return ratioGoal(`${name}, forward: 2 threads over 1, quickest runs`, TWO_THREADS, { case: name, threads: 2 }, { case: name }, quickestRatio);
}

/** Whatever else the machine does: as a hint beside the one before. */
function threadsGoal({ name }: Layer): Goal {
  return ratioGoal(`${name}, forward: 2 threads over 1, median`, TWO_THREADS, { case: name, threads: 2 }, { case: name });
}

function quickestRatio({ quickest: over }: Result, { quickest: under }: Result): number | undefined {
  return over === undefined || under === undefined ? undefined : over / under;
}

/** What a machine has for a second thread, whatever else it does, it has for a second process. */
function processesGoal({ name }: Layer): Goal {
  return ratioGoal(`${name}, forward: 2 threads over 2 processes`, TWO_THREADS / 2, { case: name, threads: 2 }, { case: name, engine: PROCESSES });
}

/** On an idle machine, where two processes do twice as much as one. */
const TWO_THREADS = 1.7;

const stochasticGoals = QUANTIZED_SHAPES.map((shape): Goal => {
  const name = quantizationCase(shape, 'stochastic');
  const value = (results: readonly Result[]): number | undefined => results.find((result) => result.bench === 'quantize' && result.case === name && result.engine === 'fast')?.median;
  return { title: `quantization ${name}`, least: 300, unit: ' M elements/s', value };
});

export const GOALS: readonly Goal[] = [
  ...SQUARE_LAYERS.map((layer) => overEngine(layer, 'C++', 15)),
  ...SQUARE_LAYERS.map(({ name }) => ratioGoal(`${name}, forward, new weights: over C++`, 15, { case: name, engine: NEW_WEIGHTS }, { case: name, engine: 'C++' })),
  ...SQUARE_LAYERS.map((layer) => overEngine(layer, ONNX_RUNTIME, 0.5)),
  ...SQUARE_LAYERS.map(({ name }) => ratioGoal(`${name}, forward, new weights: over ONNX Runtime, weights as input`, 0.5, { case: name, engine: NEW_WEIGHTS }, { case: name, engine: ONNX_RUNTIME_INPUTS })),
  overEngine(STEM, 'C++', 12),
  ...POINTWISE_LAYERS.map((layer) => overEngine(layer, 'C++', 20)),
  ...SQUARE_LAYERS.map(({ name }) => ratioGoal(`${name}, input-grad: over forward`, 0.7, { case: name, pass: 'input-grad' }, { case: name })),
  ...SQUARE_LAYERS.map(({ name }) => ratioGoal(`${name}, weight-grad: over forward, new weights`, 0.5, { case: name, pass: 'weight-grad' }, { case: name, engine: NEW_WEIGHTS })),
  ratioGoal(`${ALL_EXPONENTS}: over usual exponents`, 0.6, { case: ALL_EXPONENTS }, { case: SQUARE_LAYERS[0].name }),
  overEngine(DEPTHWISE, 'functional', 5),
  ...[...SQUARE_LAYERS, ...BATCH_LAYERS].flatMap((layer) => [idleThreadsGoal(layer), threadsGoal(layer)]),
  ...SQUARE_LAYERS.map(processesGoal),
  ...stochasticGoals,
];

export function goalState(goal: Goal, results: readonly Result[]): 'met' | 'not met' | 'not measured' {
  const value = goal.value(results);
  if (value === undefined) return 'not measured';
  return value >= goal.least ? 'met' : 'not met';
}
