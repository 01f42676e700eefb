/** The closed form of the cycles against the clocked model, on the layers of a network. */
import { elementCount, type Shape4 } from '../bits/shape.ts';
import { philoxIntegers } from '../bits/philox.ts';
import type { Steps } from '../bits/steps.ts';
import type { ElementFormat } from '../formats/element.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { Convolution, Pass } from '../sim/convolution.ts';
import type { ArrayParameters } from '../sim/cycle/parameters.ts';
import { multipliers } from '../sim/cycle/sweep.ts';
import { layerCycles, type CycleCounts, type OutputGrid } from '../sim/cycle/timing.ts';
import { operandShapes, passConvolution, passGrid, type NetworkLayer } from './layer.ts';
import type { LayerRun } from './layer-runs.ts';
import { shrinkLayer, type LayerCase } from './shrink.ts';

/** Steps a pass on the clocked model and gives what it counted. */
export type ClockedRun = (conv: Convolution, x: MlsTensor, y: MlsTensor, array: ArrayParameters, channelGroups: number) => Steps<CycleCounts>;

export interface VerifyOptions {
  readonly element: ElementFormat;
  readonly scaleFormat: GroupScaleFormat;
  /** Of the operands' random codes. */
  readonly seed: bigint;
  /** Multiplier slots (cycles x T x rows x cols) that are simulated for one array, shared evenly by its runs. A larger layer is shrunk. */
  readonly slots: number;
}

/** What is verified in one go: a pass of a layer, on one array. */
export interface VerifiedCase extends LayerCase {
  readonly pass: Pass;
  readonly array: ArrayParameters;
  readonly shrunk: boolean;
}

/** A case on which the two disagree. */
export interface Mismatch extends VerifiedCase {
  readonly counts: readonly { readonly name: keyof CycleCounts; readonly closedForm: bigint; readonly clocked: bigint }[];
}

export interface Verification {
  readonly arrays: number;
  readonly cases: number;
  readonly shrunk: number;
  /** Layers of which even the smallest is too large on an array, by array. */
  readonly tooLarge: number;
  readonly mismatches: readonly Mismatch[];
}

const COUNTS = ['total', 'issue', 'stall', 'drain', 'idleLanes', 'idleElements'] as const satisfies readonly (keyof CycleCounts)[];

/** `count` of the items, spread evenly from the first to the last; all of them if there are no more. */
export function spread<T>(items: readonly T[], count: number): readonly T[] {
  if (count >= items.length) return items;
  return Array.from({ length: count }, (_, i) => items[count === 1 ? 0 : Math.floor((i * (items.length - 1)) / (count - 1))]);
}

/** Runs every layer on every array. */
export function* verify(runs: readonly LayerRun[], arrays: readonly ArrayParameters[], options: VerifyOptions, clocked: ClockedRun): Steps<Verification> {
  const planned = arrays.map((array) => plan(runs, array, options.slots));
  const cases = planned.flatMap((one) => one.cases);
  const mismatches: Mismatch[] = [];
  for (const [position, one] of cases.entries()) {
    const steps = runCase(one, options, clocked);
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) {
      yield { done: position + step.value.done / Math.max(1, step.value.total), total: cases.length };
    }
    if (step.value !== undefined) mismatches.push(step.value);
  }
  return {
    arrays: arrays.length,
    cases: cases.length,
    shrunk: cases.filter(({ shrunk }) => shrunk).length,
    tooLarge: planned.reduce((sum, { tooLarge }) => sum + tooLarge, 0),
    mismatches,
  };
}

/** The cases of one array. Runs that differ in name only, or that shrink to the same one, are simulated once. */
function plan(runs: readonly LayerRun[], array: ArrayParameters, slots: number): { cases: readonly VerifiedCase[]; tooLarge: number } {
  const different = new Map(runs.map((one) => [nameless(one), one]));
  const fits = (pass: Pass) => (candidate: LayerCase): boolean => simulated(candidate, pass, array) <= slots / different.size;
  const cases = new Map<string, VerifiedCase>();
  let tooLarge = 0;
  for (const { layer, pass, batch } of different.values()) {
    const found = shrinkLayer({ layer, batch }, pass, array, fits(pass));
    if (found === undefined) {
      tooLarge++;
      continue;
    }
    const one = { ...found, pass, array, shrunk: found.layer !== layer };
    cases.set(nameless(one), one);
  }
  return { cases: [...cases.values()], tooLarge };
}

/** All that the cycles depend on. */
function nameless({ layer, pass, batch }: Pick<VerifiedCase, 'layer' | 'pass' | 'batch'>): string {
  return JSON.stringify([pass, batch, { ...layer, name: '' }]);
}

/** What a simulation handles: multiplier slots, and at least the operands' elements. */
function simulated({ layer, batch }: LayerCase, pass: Pass, array: ArrayParameters): number {
  const { total } = layerCycles(passGrid(layer, pass, batch), array);
  const { x, y } = operandShapes(layer, pass, batch);
  return Math.max(Number(total) * multipliers(array), elementCount(x) + elementCount(y));
}

function* runCase(one: VerifiedCase, options: VerifyOptions, clocked: ClockedRun): Steps<Mismatch | undefined> {
  const { layer, pass, batch, array } = one;
  const conv = passConvolution(layer, pass, batch);
  const shapes = operandShapes(layer, pass, batch);
  const found = yield* clocked(conv, randomTensor(shapes.x, options, 0), randomTensor(shapes.y, options, 1), array, layer.groups);
  const grid: OutputGrid = passGrid(layer, pass, batch);
  const expected = layerCycles(grid, array);
  const counts = COUNTS.filter((name) => found[name] !== expected[name]).map((name) => ({ name, closedForm: expected[name], clocked: found[name] }));
  return counts.length === 0 ? undefined : { ...one, counts };
}

/** Random codes and scales; every code, not just those that quantization makes. */
function randomTensor(shape: Shape4, { element, scaleFormat, seed }: VerifyOptions, stream: number): MlsTensor {
  const codes = philoxIntegers(seed, 2 * stream, element.codeBits);
  const scales = philoxIntegers(seed, 2 * stream + 1, scaleFormat.codeBits);
  return {
    element,
    scaleFormat,
    shape,
    codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => codes(i)),
    scales: Uint16Array.from({ length: shape[0] * shape[1] }, (_, i) => scales(i)),
    tensorScale: 1,
  };
}

/** How a layer reads in a message. */
export function layerText({ co, ci, kernel, stride, padding, dilation, groups, input }: NetworkLayer): string {
  const geometry: [string, readonly [number, number], number][] = [
    ['stride', stride, 1],
    ['padding', padding, 0],
    ['dilation', dilation, 1],
  ];
  const said = geometry.filter(([, [a, b], plain]) => a !== plain || b !== plain).map(([name, [a, b]]) => `, ${name} ${a === b ? a : `${a},${b}`}`);
  return `${ci} to ${co} channels, kernel ${kernel.join('x')}, input ${input.join('x')}${said.join('')}${groups === 1 ? '' : `, ${groups} channel groups`}`;
}
