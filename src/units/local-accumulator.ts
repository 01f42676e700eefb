/**
 * The local accumulator (LocalACC of the paper's Fig. 1b): a two's complement register of A bits that sums the products of a group.
 * A pure next-state function: `first` loads the product, every other step adds it.
 */
import { requireInteger } from '../bits/check.ts';
import { fitsSigned, maxSigned, minSigned } from '../bits/width.ts';

export const ACCUMULATOR_OVERFLOWS = ['wrap', 'saturate'] as const;
/** What a sum outside of A bits becomes: itself modulo 2^A, or the nearest limit. */
export type AccumulatorOverflow = (typeof ACCUMULATOR_OVERFLOWS)[number];

export const MIN_ACCUMULATOR_WIDTH = 4;
export const MAX_ACCUMULATOR_WIDTH = 64;

/** The parameters of an accumulator. */
export interface AccumulatorFormat {
  /** A, in bits, 4..64. */
  readonly width: number;
  readonly overflow: AccumulatorOverflow;
}

/** The register and its sticky flag. */
export interface AccumulatorState {
  /** A partial sum in [-2^(A-1), 2^(A-1)). */
  readonly sum: bigint;
  /** Set once a step of this group left A bits. */
  readonly overflow: boolean;
}

/** Checks the parameters. @throws InputError, TypeError */
export function accumulatorFormat(width: number, overflow: AccumulatorOverflow): AccumulatorFormat {
  return { width: requireInteger('accumulator width', width, MIN_ACCUMULATOR_WIDTH, MAX_ACCUMULATOR_WIDTH), overflow };
}

/**
 * The state after one product. The sum of old and product is formed exactly, then wraps or saturates once; a load is a step too, so the
 * first product of a group can overflow.
 * @param product any signed integer, wider than A bits or not
 */
export function accumulate(format: AccumulatorFormat, old: AccumulatorState, product: bigint, first: boolean): AccumulatorState {
  const exact = first ? product : old.sum + product;
  const earlier = !first && old.overflow;
  if (fitsSigned(exact, format.width)) return { sum: exact, overflow: earlier };
  return { sum: format.overflow === 'wrap' ? BigInt.asIntN(format.width, exact) : limit(exact, format.width), overflow: true };
}

/** The state before a group's first product. */
export const EMPTY_ACCUMULATOR: AccumulatorState = { sum: 0n, overflow: false };

function limit(exact: bigint, width: number): bigint {
  return exact < 0n ? minSigned(width) : maxSigned(width);
}
