/** The tiles of any convolution, an output each, on the units: every sum a BigInt. */
import { binary32Value } from '../bits/host-float.ts';
import { elementCount } from '../bits/shape.ts';
import { bitLength } from '../bits/width.ts';
import type { Convolution } from '../sim/convolution.ts';
import type { Datapath } from '../sim/datapath.ts';
import type { Operand } from '../sim/operand.ts';
import { operandsOfOutput } from '../sim/reference-engine.ts';
import type { ScaledSum } from '../units/group-scaler.ts';
import { accumulate, EMPTY_ACCUMULATOR, type AccumulatorFormat } from '../units/local-accumulator.ts';
import { rangeWidth } from './bounds.ts';
import type { ScalerTally } from './scaler-tally.ts';
import type { Peak, Tile } from './tile.ts';

/** The outputs of a pass, one by one. */
export function* exactTiles(conv: Convolution, datapath: Datapath<bigint, bigint, ScaledSum>, x: Operand, y: Operand): Generator<Tile> {
  const total = elementCount(conv.outputShape);
  for (let output = 0; output < total; output++) {
    const operands = operandsOfOutput(conv, x, y, output);
    const groups = Array.from({ length: conv.groupCount }, (_, g): ExactGroup => {
      const products = Array.from({ length: conv.groupSize }, (_product, k) => datapath.multiply(operands.x(g, k), operands.y(g, k)));
      return { products, ...trackedSum(products), scale: (sum) => datapath.scaleGroup(sum, operands.xScale(g), operands.yScale(g)) };
    });
    yield new ExactTile(output, groups, (scaled) => binary32Value(datapath.convert(scaled)));
  }
}

interface ExactGroup {
  readonly products: readonly bigint[];
  readonly sum: bigint;
  readonly low: bigint;
  readonly high: bigint;
  readonly scale: (sum: bigint) => ScaledSum;
}

/** The sum of products, and its lowest and highest value on the way. */
export function trackedSum(products: readonly bigint[]): { readonly sum: bigint; readonly low: bigint; readonly high: bigint } {
  let sum = 0n;
  let low = 0n;
  let high = 0n;
  for (const product of products) {
    sum += product;
    if (sum > high) high = sum;
    if (sum < low) low = sum;
  }
  return { sum, low, high };
}

class ExactTile implements Tile {
  readonly firstOutput: number;
  readonly count = 1;
  readonly groupCount: number;
  readonly needs: Uint8Array;
  readonly peak: Peak;
  private readonly groups: readonly ExactGroup[];
  private readonly convert: (scaled: ScaledSum) => number;

  constructor(output: number, groups: readonly ExactGroup[], convert: (scaled: ScaledSum) => number) {
    this.firstOutput = output;
    this.groupCount = groups.length;
    this.needs = Uint8Array.from(groups, ({ low, high }) => rangeWidth(low, high));
    const magnitudes = groups.map(({ low, high }) => (high > -low ? high : -low));
    const magnitude = magnitudes.reduce((most, one) => (one > most ? one : most));
    this.peak = { magnitude, output, group: magnitudes.indexOf(magnitude) };
    this.groups = groups;
    this.convert = convert;
  }

  /** Here already converted: the factor is 1. */
  scaledSums(g: number, out: Float64Array, limit?: AccumulatorFormat): number {
    const group = this.groups[g];
    out[0] = this.convert(group.scale(limit === undefined ? group.sum : limitedSum(group, limit)));
    return 1;
  }

  tallyScaler(tally: ScalerTally): void {
    for (const { sum, scale } of this.groups) {
      const { q, lsb } = scale(sum);
      const magnitude = q < 0n ? -q : q;
      const lowestBit = magnitude & -magnitude;
      tally.add(magnitude === 0n ? 0 : bitLength(magnitude / lowestBit), isValue(this.convert({ q, lsb }), q, lsb));
    }
  }
}

function limitedSum({ products, sum }: ExactGroup, limit: AccumulatorFormat): bigint {
  if (limit.overflow === 'wrap') return BigInt.asIntN(limit.width, sum);
  return products.reduce((state, product, k) => accumulate(limit, state, product, k === 0), EMPTY_ACCUMULATOR).sum;
}

/** The exponent below all of binary32's bits. */
const LOWEST = 149;

/** Whether a binary32 number is q x 2^lsb. */
function isValue(found: number, q: bigint, lsb: number): boolean {
  if (!Number.isFinite(found)) return false;
  // Both as integers of the same weight, 2^-(149 or more).
  const weight = Math.max(LOWEST, -lsb);
  return (BigInt(found * 2 ** LOWEST) << BigInt(weight - LOWEST)) === q << BigInt(weight + lsb);
}
