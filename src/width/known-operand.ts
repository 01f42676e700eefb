/**
 * Tighter bounds where the first operand is known, as weights are in the forward pass: a group sums to at most sum |w| x max |a|, and a second operand
 * with the signs of the weights reaches it.
 */
import { elementInteger, type ElementFormat } from '../formats/element.ts';
import type { Convolution } from '../sim/convolution.ts';
import { symmetricWidth } from './bounds.ts';
import { metTaps } from './taps.ts';

/** The first operand. */
export interface KnownOperand {
  /** Element codes, row-major; a plane holds the taps of a group. */
  readonly codes: Uint16Array;
  readonly element: ElementFormat;
}

/** What the groups of a known first operand need, whatever the second one is. */
export interface KnownBounds {
  /** The largest magnitude that the sum over each plane of the first operand can have. */
  readonly groups: readonly bigint[];
  /** Their largest. */
  readonly largestSum: bigint;
  /** The smallest width that none of them overflows. */
  readonly width: number;
  /** How many groups need each width: [width, groups], ascending. */
  readonly widths: readonly (readonly [number, number])[];
}

/**
 * The bounds of every plane of X. Exact for the pass: only taps that meet elements at the same output count together.
 * @param largestY the largest magnitude integer of the second operand
 */
export function knownOperandBounds(conv: Convolution, { codes, element }: KnownOperand, largestY: number): KnownBounds {
  const magnitudes = Array.from({ length: 2 ** element.codeBits }, (_, code) => BigInt(Math.abs(elementInteger(element, code))));
  const columns = conv.columns.taps;
  const sets = largestSets(metTaps(conv).map(({ rows, columns: met }) => rows.flatMap((row) => met.map((column) => row * columns + column))));
  const groups = Array.from({ length: codes.length / conv.groupSize }, (_, plane) => {
    const sums = sets.map((taps) => taps.reduce((sum, tap) => sum + magnitudes[codes[plane * conv.groupSize + tap]], 0n));
    return largest(sums) * BigInt(largestY);
  });
  const all = largest(groups);
  return { groups, largestSum: all, width: symmetricWidth(all), widths: histogram(groups.map(symmetricWidth)) };
}

/** Sets that lie in no other: a smaller one has no larger sum. */
function largestSets(sets: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const kept: Set<number>[] = [];
  for (const taps of sets.toSorted((a, b) => b.length - a.length)) {
    if (!kept.some((larger) => taps.every((tap) => larger.has(tap)))) kept.push(new Set(taps));
  }
  return kept.map((set) => [...set]);
}

function largest(values: readonly bigint[]): bigint {
  return values.reduce((most, value) => (value > most ? value : most), 0n);
}

function histogram(widths: readonly number[]): readonly (readonly [number, number])[] {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return [...counts].toSorted(([a], [b]) => a - b);
}
