/**
 * Groups side by side as one: the tree adds their terms in pairs, and rounds each sum once. Where the sums below a node are integers times the same power of two, and
 * exact in binary32, the node is that of one integer sum over the taps of all of its groups, rounded once. So scales become multipliers of elements: each is brought to the
 * smallest unit of the node's, and what it has more than that unit goes to the 16-bit integers of its group.
 */

/** Bits of a scale's odd part, above which its exponent lies. */
const ODD_BITS = 2;
const ODD = 2 ** ODD_BITS - 1;
/** The exponent that no scale has. */
const NO_EXPONENT = 2 ** 20;
/** The word of a scale that only groups of zeros have. */
export const NO_SCALE = NO_EXPONENT << ODD_BITS;

/** A scale in an integer: (exponent << 2) | odd for odd x 2^exponent, with 1 or 3 as its odd part. @param factor of at most two significant bits, or 0 where terms are 0 with any */
export function scaleWord(factor: number): number {
  if (factor === 0) return NO_SCALE;
  const exponent = Math.floor(Math.log2(factor));
  return factor === 2 ** exponent ? (exponent << ODD_BITS) | 1 : ((exponent - 1) << ODD_BITS) | ODD;
}

/** The exponent of the largest power of two that a scale is a multiple of. */
export function exponentOf(word: number): number {
  return word >> ODD_BITS;
}

/** The exponent of the largest power of two that all of a node's scales are multiples of. @param first, count of the node's words */
export function unitExponent(words: Int32Array, first: number, count: number): number {
  let least = NO_EXPONENT;
  for (let i = first; i < first + count; i++) least = Math.min(least, exponentOf(words[i]));
  return least;
}

/** A multiplier of so many bits is beyond all limits. */
const MOST_SHIFT = 28;

/** A scale over the unit of its node, 0 for groups of zeros; from 2^28 on, any number as large. */
export function multiplierOf(word: number, unit: number): number {
  return (word & ODD) << Math.min(exponentOf(word) - unit, MOST_SHIFT);
}

/** A unit over a smaller one; from 2^28 on, or where it is that of groups of zeros alone, 2^28. */
export function unitRatio(unit: number, smaller: number): number {
  return 1 << Math.min(unit - smaller, MOST_SHIFT);
}

/** The powers of two in binary64 from 2^-1074 on: looked up in less time than to compute them. */
const LOWEST_POWER = -1074;
const POWERS = Float64Array.from({ length: 1023 - LOWEST_POWER + 1 }, (_, i) => 2 ** (i + LOWEST_POWER));

/** The unit itself; 1 for that of groups of zeros alone. */
export function unitFactor(unit: number): number {
  return unit === NO_EXPONENT ? 1 : POWERS[unit - LOWEST_POWER];
}

/** What folding has to keep to. */
export interface FoldLimits {
  /** The largest multiplier of X with which any of its elements fit 16 bits. */
  readonly x: number;
  /** The same of Y; and any sum of one group in which only Y has a multiplier fits 32 bits. */
  readonly y: number;
  /** The largest magnitudes of X and Y, at least 1. */
  readonly xElements: number;
  readonly yElements: number;
  /** Whether sums are bounded by norms, which kernels know of small elements. */
  readonly norms: boolean;
  /** What a node's sum may be, over Y's largest magnitude: one of 32 bits, and one that is exact in binary32. */
  readonly sums: number;
  readonly exact: number;
}

const INT16 = 2 ** 15 - 1;
const INT32 = 2 ** 31 - 1;
/** Integers up to this are exact in binary32. */
const BINARY32_INTEGERS = 2 ** 24;
/** Bounds are computed in binary32: 16 roundings downwards would still be within. */
const ROUNDINGS = 1 - 2 ** -20;
/** Winograd's transformed elements are sums of up to nine of X and of four of Y, and its sums are four times the group's. */
const WINOGRAD = { x: 9, y: 4, sum: 4 };
const DIRECT = { x: 1, y: 1, sum: 1 };
/** Sums of squares of four smaller magnitudes fit 16 bits. */
const LEAST_WITHOUT_NORM = 2 ** 7;

/** @param xMax, yMax the largest magnitudes of element integers @param taps of a group @returns 0 for one of the multipliers where nothing fits */
export function foldLimits(xMax: number, yMax: number, taps: number, winograd: boolean): FoldLimits {
  const growth = winograd ? WINOGRAD : DIRECT;
  const [x, y] = [Math.max(xMax, 1), Math.max(yMax, 1)];
  return {
    x: Math.floor(INT16 / (x * growth.x)),
    y: Math.min(Math.floor(INT16 / (y * growth.y)), Math.floor(INT32 / (growth.sum * taps * x * y))),
    xElements: x,
    yElements: y,
    norms: winograd && x < LEAST_WITHOUT_NORM,
    sums: (INT32 / (growth.sum * y)) * ROUNDINGS,
    exact: (BINARY32_INTEGERS / y) * ROUNDINGS,
  };
}

/** Pairs that are looked at for a plan. */
const SAMPLES = 128;

/**
 * The larger multipliers of pairs of groups, of all or of some spread over them.
 * @param words of scales by code @param planeOf the plane of a row and a group
 */
export function sampledMultipliers(rows: number, groups: number, words: Int32Array, codes: Uint16Array, planeOf: (row: number, group: number) => number): readonly number[] {
  const pairs = Math.floor(groups / 2);
  const step = Math.max(1, Math.ceil((rows * pairs) / SAMPLES));
  const pair = new Int32Array(2);
  const found: number[] = [];
  for (let index = 0; index < rows * pairs; index += step) {
    const row = Math.floor(index / pairs);
    const group = 2 * (index % pairs);
    pair[0] = words[codes[planeOf(row, group)]];
    pair[1] = words[codes[planeOf(row, group + 1)]];
    const unit = unitExponent(pair, 0, 2);
    found.push(Math.max(multiplierOf(pair[0], unit), multiplierOf(pair[1], unit)));
  }
  return found;
}
