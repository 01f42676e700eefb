/** The analysis on data: one pass over the operands for all accumulator widths, wrapping and saturating, and for the units behind them. */
import { elementCount, indexOf, type Shape4 } from '../bits/shape.ts';
import type { Steps } from '../bits/steps.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { Convolution } from '../sim/convolution.ts';
import { planFunctional } from '../sim/functional-engine.ts';
import { flushSubnormals } from '../sim/host-binary32.ts';
import { mlsDatapath } from '../sim/mls-datapath.ts';
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { MAX_ACCUMULATOR_WIDTH, MIN_ACCUMULATOR_WIDTH } from '../units/local-accumulator.ts';
import { doubleTiles } from './double-tiles.ts';
import { EffectTally, type Effect } from './effects.ts';
import { exactTiles } from './exact-tiles.ts';
import { knownOperandBounds } from './known-operand.ts';
import { passWidth, type PassWidth } from './layer-widths.ts';
import { NeedsTally, type NeedsReport } from './needs.ts';
import { ScalerTally, type ScalerReport } from './scaler-tally.ts';
import type { Tile } from './tile.ts';
import { TreeErrorTally, type TreeError } from './tree-error.ts';

/** What is measured. */
export interface MeasureRequest {
  readonly conv: Convolution;
  readonly x: MlsTensor;
  readonly y: MlsTensor;
  /** T, a power of two. */
  readonly treeWidth: number;
  readonly subnormals: SubnormalPolicy;
  /** Whether outputs are multiplied by S_z. */
  readonly tensorScale: boolean;
  /** Whether adder trees are compared with the exact sum. */
  readonly trees: boolean;
}

/** What was found. */
export interface Measurement {
  readonly shape: Shape4;
  /** The worst case of any operands. */
  readonly worst: PassWidth;
  /** The worst case of this first operand with any second one. */
  readonly known: { readonly largestSum: bigint; readonly width: number };
  readonly needs: NeedsReport;
  /** Index of the output with the largest partial sum. */
  readonly peakOutput: Shape4;
  /** For every width from 4 that some group overflows, wrapping and saturating. */
  readonly effects: readonly Effect[];
  readonly scaler: ScalerReport;
  readonly trees: readonly TreeError[] | null;
}

/** The most outputs of a tile. */
const MOST_OUTPUTS = 512;

/** The tiles of a pass, in doubles where every sum is exact in them. */
export function tilesOf({ conv, x, y, ...rest }: Omit<MeasureRequest, 'trees'>): Generator<Tile> {
  const datapath = mlsDatapath({ x, y, ...rest, accumulatorWidth: MAX_ACCUMULATOR_WIDTH, accumulatorOverflow: 'wrap' });
  const { integerForm: form } = datapath;
  const exact = form !== undefined && planFunctional(conv, form, x, y) === 'exact';
  return exact ? doubleTiles(conv, form, x, y) : exactTiles(conv, datapath, x, y);
}

/** Measures a pass. Each step is a tile. */
export function* measuring(request: MeasureRequest): Steps<Measurement> {
  const { conv, x, y, subnormals, treeWidth } = request;
  const worst = passWidth('data', conv, { x: x.element, y: y.element, xScale: x.scaleFormat, yScale: y.scaleFormat });
  const known = knownOperandBounds(conv, x, y.element.maxMagnitude);

  const needs = new NeedsTally();
  const scaler = new ScalerTally();
  const tensorScales = request.tensorScale ? ([x.tensorScale, y.tensorScale] as const) : null;
  const effects = new EffectTally({ treeWidth, subnormals, tensorScales }, widthsBelow(known.width), MOST_OUTPUTS);
  const trees = request.trees ? new TreeErrorTally(conv.groupCount, subnormals.flushToZero) : null;
  const total = elementCount(conv.outputShape);
  for (const tile of tilesOf(request)) {
    needs.add(tile);
    effects.add(tile);
    tile.tallyScaler(scaler);
    trees?.add(termsOf(tile, subnormals));
    yield { done: tile.firstOutput + tile.count, total };
  }
  const report = needs.report();
  return {
    shape: conv.outputShape,
    worst,
    known,
    needs: report,
    peakOutput: indexOf(conv.outputShape, report.peak.output),
    effects: effects.report().filter(({ width }) => width < report.width),
    scaler: scaler.report(),
    trees: trees?.report() ?? null,
  };
}

/** The inputs of the adder tree. */
function termsOf(tile: Tile, { flushToZero }: SubnormalPolicy): readonly Float32Array[] {
  const sums = new Float64Array(tile.count);
  return Array.from({ length: tile.groupCount }, (_, g) => {
    const factor = tile.scaledSums(g, sums);
    const lane = Float32Array.from(sums, (sum) => sum * factor);
    if (flushToZero) flushSubnormals(lane, 0, lane.length);
    return lane;
  });
}

/** Every accumulator width that a sum of `needed` bits could overflow. */
function widthsBelow(needed: number): readonly number[] {
  const count = Math.min(needed - 1, MAX_ACCUMULATOR_WIDTH) - MIN_ACCUMULATOR_WIDTH + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => MIN_ACCUMULATOR_WIDTH + i);
}
