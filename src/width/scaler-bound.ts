/** What the group scaler (paper Eq. 8) makes of a largest sum, and how much of it binary32 keeps. */
import { bitLength } from '../bits/width.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';

/** The significand of binary32, with its hidden bit. */
export const BINARY32_BITS = 24;

/** The worst case of the scaler's output Q. */
export interface ScalerBound {
  /** Two's complement bits that hold every Q of these sums; at most A + 4. */
  readonly width: number;
  /** The most significant bits, from the first 1 to the last, that a Q can have. */
  readonly significant: number;
  /** Bits that rounding to binary32 can take off: 0 where every Q is exact. Underflow, which only scales far below 2^-60 reach, comes on top. */
  readonly roundedOff: number;
}

/** What the mantissas of both scales multiply with at most: the factor itself, and without its powers of two (4 = 1, 6 = 3, 9 = 9). */
const FACTORS = [
  { factor: 1n, odd: 1n },
  { factor: 6n, odd: 3n },
  { factor: 9n, odd: 9n },
] as const;

/** @param largest the largest magnitude of the sum */
export function scalerBound(largest: bigint, x: GroupScaleFormat, y: GroupScaleFormat): ScalerBound {
  const { factor, odd } = FACTORS[x.Mg + y.Mg];
  const significant = bitLength(odd * largest);
  return { width: bitLength(factor * largest) + 1, significant, roundedOff: Math.max(0, significant - BINARY32_BITS) };
}
