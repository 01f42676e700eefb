/** What an exact result looks like to a rounder: integers only, nothing of the units. */

export const SIGN = 0x8000_0000;
export const MAX_FINITE = 0x7f7f_ffff;
export const SMALLEST_NORMAL = 0x0080_0000;

export const magnitudeOf = (bits: number): number => bits % SIGN;
export const exponentOf = (bits: number): number => Math.floor(magnitudeOf(bits) / 2 ** 23);
export const isFinite = (bits: number): boolean => exponentOf(bits) < 255;
export const isSubnormal = (bits: number): boolean => exponentOf(bits) === 0 && magnitudeOf(bits) !== 0;
export const isNaN = (bits: number): boolean => magnitudeOf(bits) > 0x7f80_0000;
export const significandOf = (bits: number): number => (bits % 2 ** 23) + (exponentOf(bits) > 0 ? 2 ** 23 : 0);

/** A finite number in units of 2^-149. */
export function unitsOf(bits: number): bigint {
  const magnitude = BigInt(significandOf(bits)) << BigInt(Math.max(exponentOf(bits), 1) - 1);
  return bits >= SIGN ? -magnitude : magnitude;
}

export const lengthOf = (magnitude: bigint): number => (magnitude === 0n ? 0 : magnitude.toString(2).length);
export const abs = (value: bigint): bigint => (value < 0n ? -value : value);

/** The kept bits of an exact magnitude and the tail below them. */
export interface Split {
  readonly kept: bigint;
  readonly tail: bigint;
  /** Bits of the tail. */
  readonly dropped: number;
  readonly half: bigint;
  readonly isTie: boolean;
  readonly roundsUp: boolean;
}

/** @param smallest how many units the smallest subnormal number is a power of two of: its log2 */
export function split(exact: bigint, smallest = 0): Split {
  const magnitude = abs(exact);
  const dropped = Math.max(0, smallest, lengthOf(magnitude) - 24);
  const kept = magnitude >> BigInt(dropped);
  const tail = magnitude - (kept << BigInt(dropped));
  const half = dropped === 0 ? 0n : 1n << BigInt(dropped - 1);
  const isTie = dropped > 0 && tail === half;
  return { kept, tail, dropped, half, isTie, roundsUp: dropped > 0 && (tail > half || (isTie && kept % 2n === 1n)) };
}

/** Ones at the end of a number. */
export function trailingOnes(value: bigint): number {
  return /1*$/.exec(value.toString(2))?.[0].length ?? 0;
}

/** What a tail is: `length:half+place` and so on, for the tails that hang on one bit; otherwise undefined. */
export function nameOfTail({ tail, dropped, half }: Split): string | undefined {
  if (dropped === 0 || tail === 0n) return undefined;
  if (tail === half) return `${dropped} half`;
  const rest = tail > half ? tail - half : tail;
  const isOneBit = (rest & (rest - 1n)) === 0n;
  if (isOneBit) return `${dropped} ${tail > half ? 'half and ' : ''}bit ${lengthOf(rest) - 1}`;
  const below = half - tail;
  if (below > 0n && (below & (below - 1n)) === 0n) return `${dropped} half less bit ${lengthOf(below) - 1}`;
  const above = 2n * half - tail;
  if (above > 0n && (above & (above - 1n)) === 0n) return `${dropped} all less bit ${lengthOf(above) - 1}`;
  return undefined;
}

/** Every name of a kind, for the lengths and places that there are. */
export function tailNames(lengths: readonly number[], name: (length: number, place: number) => string, lowest = 0): string[] {
  return lengths.flatMap((length) => Array.from({ length: Math.max(0, length - 1 - lowest) }, (_, place) => name(length, place + lowest)));
}

export function integers(low: number, high: number): number[] {
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}
