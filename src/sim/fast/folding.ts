/**
 * Two groups side by side as one: the tree's first addition adds their terms, and rounds once. Where both terms are integers times the same power of two, and
 * exact in binary32, their sum is that of one integer sum over the taps of both groups, rounded once. So scales become multipliers of elements:
 * each is brought to the smaller unit of the two, and what it has more than that unit goes to the 16-bit integers of its group.
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

/** Two scales as multiples of one power of two. */
export interface PairScale {
  readonly first: number;
  readonly second: number;
  /** The exponent of their unit. */
  readonly exponent: number;
}

export function pairScale(a: OddScale, b: OddScale): PairScale {
  const exponent = a.odd === 0 ? b.exponent : b.odd === 0 ? a.exponent : Math.min(a.exponent, b.exponent);
  const multiple = ({ odd, exponent: own }: OddScale): number => (odd === 0 ? 0 : odd * 2 ** (own - exponent));
  return { first: multiple(a), second: multiple(b), exponent };
}

/** The largest multipliers with which everything fits. */
export interface FoldLimits {
  readonly x: number;
  readonly y: number;
}

const INT16 = 2 ** 15 - 1;
const INT32 = 2 ** 31 - 1;
/** Winograd's transformed elements are sums of up to nine of X and of four of Y, and its sums are four times the group's. */
const WINOGRAD = { x: 9, y: 4, sum: 4 };
const DIRECT = { x: 1, y: 1, sum: 1 };

/** @param xMax, yMax the largest magnitudes of element integers @param taps of a group @returns 0 for one of them where nothing fits */
export function foldLimits(xMax: number, yMax: number, taps: number, winograd: boolean): FoldLimits {
  const growth = winograd ? WINOGRAD : DIRECT;
  let x = Math.floor(INT16 / (Math.max(xMax, 1) * growth.x));
  let y = Math.floor(INT16 / (Math.max(yMax, 1) * growth.y));
  // One group's multipliers are at most x and y, and then the other's are 1: both products, or x for the one and y for the other, which is less.
  const most = Math.floor(INT32 / (growth.sum * taps * Math.max(xMax * yMax, 1)));
  while (x * y + OTHER > most && Math.min(x, y) > 0) {
    if (x >= y) x = Math.floor(x / 2);
    else y = Math.floor(y / 2);
  }
  return { x, y };
}

/** The most that the other group's multipliers are, whose odd parts are 1 or 3. */
const OTHER = 9;

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

/** The larger multiplier of `pairScale`. */
function largerMultiplier(a: OddScale | undefined, b: OddScale | undefined): number {
  if (a === undefined || b === undefined) throw new Error('a scale code that the operand was said not to have');
  if (a.odd === 0 || b.odd === 0) return Math.max(a.odd, b.odd);
  const least = Math.min(a.exponent, b.exponent);
  return Math.max(a.odd * 2 ** (a.exponent - least), b.odd * 2 ** (b.exponent - least));
}
