/**
 * Groups side by side as one: the tree adds their terms in pairs, and rounds each sum once. Where the sums below a node are integers times the same power of two, and
 * exact in binary32, the node is that of one integer sum over the taps of all of its groups, rounded once. So scales become multipliers of elements: each is brought to the
 * smallest unit of the node's, and what it has more than that unit goes to the 16-bit integers of its group.
 */

/** A scale as odd x 2^exponent; odd is 1 or 3, or 0 for scales that only groups of zeros have. */
export interface OddScale {
  readonly odd: number;
  readonly exponent: number;
}

/** Bits of an exponent field of a table word, under which the odd part lies. */
const ODD_BITS = 2;

/** That of groups of zeros. */
export const NO_SCALE: OddScale = { odd: 0, exponent: 0 };

/** The scale of a factor, which has at most two significant bits. @param factor 0 where terms are 0 with any */
export function oddScale(factor: number): OddScale {
  if (factor === 0) return NO_SCALE;
  const exponent = Math.floor(Math.log2(factor));
  return factor === 2 ** exponent ? { odd: 1, exponent } : { odd: 3, exponent: exponent - 1 };
}

/** A scale as the kernels read it. */
export function scaleWord({ odd, exponent }: OddScale): number {
  return odd === 0 ? NO_EXPONENT : (exponent << ODD_BITS) | odd;
}

/** The word of an exponent that no scale has. */
const NO_EXPONENT = 2 ** 20 << ODD_BITS;

/** Scales as multiples of one power of two. */
export interface NodeScale {
  readonly multipliers: readonly number[];
  /** The exponent of their unit. */
  readonly exponent: number;
}

export function nodeScale(scales: readonly OddScale[]): NodeScale {
  let least = Infinity;
  for (const { odd, exponent } of scales) if (odd !== 0) least = Math.min(least, exponent);
  const unit = least === Infinity ? 0 : least;
  return { multipliers: scales.map(({ odd, exponent }) => (odd === 0 ? 0 : odd * 2 ** (exponent - unit))), exponent: unit };
}

/** What folding has to keep to. */
export interface FoldLimits {
  /** The largest multiplier of X with which any of its elements fit 16 bits. */
  readonly x: number;
  /** The same of Y; and any sum of one group in which only Y has a multiplier fits 32 bits. */
  readonly y: number;
  /** The largest magnitude of X. */
  readonly elements: number;
  /** What sums of X's magnitudes, times the multipliers of both, may be: for sums of 32 bits, and for those that are exact in binary32. */
  readonly sums: number;
  readonly exact: number;
}

const INT16 = 2 ** 15 - 1;
const INT32 = 2 ** 31 - 1;
/** Integers up to this are exact in binary32. */
const BINARY32_INTEGERS = 2 ** 24;
/** Bounds are computed in binary32: 16 roundings upwards would still be within. */
const ROUNDINGS = 1 - 2 ** -20;
/** Winograd's transformed elements are sums of up to nine of X and of four of Y, and its sums are four times the group's. */
const WINOGRAD = { x: 9, y: 4, sum: 4 };
const DIRECT = { x: 1, y: 1, sum: 1 };

/** @param xMax, yMax the largest magnitudes of element integers @param taps of a group @returns 0 for one of the multipliers where nothing fits */
export function foldLimits(xMax: number, yMax: number, taps: number, winograd: boolean): FoldLimits {
  const growth = winograd ? WINOGRAD : DIRECT;
  const [x, y] = [Math.max(xMax, 1), Math.max(yMax, 1)];
  return {
    x: Math.floor(INT16 / (x * growth.x)),
    y: Math.min(Math.floor(INT16 / (y * growth.y)), Math.floor(INT32 / (growth.sum * taps * x * y))),
    elements: xMax,
    sums: (INT32 / (growth.sum * y)) * ROUNDINGS,
    exact: (BINARY32_INTEGERS / y) * ROUNDINGS,
  };
}

/** Pairs that are looked at for a plan. */
const SAMPLES = 256;

/**
 * The larger multipliers of pairs of groups, of all or of some spread over them.
 * @param scales by code, as far as they occur @param planeOf the plane of a row and a group
 */
export function sampledMultipliers(rows: number, groups: number, scales: readonly (OddScale | undefined)[], codes: Uint16Array, planeOf: (row: number, group: number) => number): readonly number[] {
  const pairs = Math.floor(groups / 2);
  const step = Math.max(1, Math.ceil((rows * pairs) / SAMPLES));
  const found: number[] = [];
  for (let index = 0; index < rows * pairs; index += step) {
    const row = Math.floor(index / pairs);
    const group = 2 * (index % pairs);
    found.push(largerMultiplier(scales[codes[planeOf(row, group)]], scales[codes[planeOf(row, group + 1)]]));
  }
  return found;
}

/** The larger multiplier of a pair's `nodeScale`. */
function largerMultiplier(a: OddScale | undefined, b: OddScale | undefined): number {
  if (a === undefined || b === undefined) throw new Error('a scale code that the operand was said not to have');
  if (a.odd === 0 || b.odd === 0) return Math.max(a.odd, b.odd);
  const least = Math.min(a.exponent, b.exponent);
  return Math.max(a.odd * 2 ** (a.exponent - least), b.odd * 2 ** (b.exponent - least));
}
