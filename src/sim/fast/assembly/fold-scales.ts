/**
 * Which nodes of the tree are one integer sum, from the scales of a chunk's groups: two, four or eight groups whose scales are small multiples of one power of two.
 * A node is one sum where everything fits its integers, and where the nodes below it are exact in binary32, so that only its own addition rounds.
 *
 * What is known of a chunk, each vector of four rows; nodes are 8 pairs, 4 fours and 2 eights:
 */

/** [group] scales: odd x 2^exponent. */
const SCALES: usize = 0;
/** [node] the exponent of the largest power of two that all of its scales are multiples of. */
const UNITS: usize = 256;
/** [node] the largest magnitude of an element as it is multiplied, times its scale. */
const LARGEST: usize = 480;
/** [node] the largest sums with Y as it is folded, and [pair] as it would be in a node of four. */
const SUMS: usize = 704;
const SUMS_OF_FOURS: usize = 928;
/** [node] bytes: whether everything fits its integers, and whether its sums are exact. */
const FITS: usize = 1056;
const EXACT: usize = 1072;
/** [pair] the exponent of the unit of the node that the pair is folded in. */
const FOLDED_UNITS: usize = 1088;
/** Bytes of all of it. */
export const SCALES_BYTES: usize = 1216;

const PAIRS: usize = 8;
const FOURS: usize = 4;

/** What is known of Y's groups of a chunk: levels of [pair], and multipliers of [group] in the unit of its pair, of its four, and of the node that it is folded in. */
const Y_PAIRS: usize = 16;
const Y_FOURS: usize = 80;
const Y_FOLDED: usize = 144;
/** Bytes of all of it. */
export const Y_NODES_BYTES: usize = 208;

/** The exponent in a table of scales that no scale has: that of groups of zeros. */
const NO_EXPONENT: i32 = 1 << 20;
const LARGEST_INT16: f32 = 32767;

/** The scales of a group for four rows, as in the table: (exponent << 2) | odd factor, 1, 3 or 0. @param rows that exist */
// @ts-ignore: decorator
@inline
export function scalesOfRows(table: usize, codes: usize, rowStep: usize, rows: i32): v128 {
  let words = i32x4.splat(NO_EXPONENT << 2);
  words = v128.load32_lane(table + (<usize>load<u16>(codes) << 2), words, 0);
  if (rows > 1) words = v128.load32_lane(table + (<usize>load<u16>(codes + rowStep) << 2), words, 1);
  if (rows > 2) words = v128.load32_lane(table + (<usize>load<u16>(codes + 2 * rowStep) << 2), words, 2);
  if (rows > 3) words = v128.load32_lane(table + (<usize>load<u16>(codes + 3 * rowStep) << 2), words, 3);
  return words;
}

/** As binary32. @param exponents -126..127 */
// @ts-ignore: decorator
@inline
function powersOfTwo(exponents: v128): v128 {
  return i32x4.shl(i32x4.add(exponents, i32x4.splat(127)), 23);
}

/** A group that doesn't exist. */
// @ts-ignore: decorator
@inline
export function noScales(): v128 {
  return i32x4.splat(NO_EXPONENT << 2);
}

/** Sums of a pair with Y's multipliers. */
// @ts-ignore: decorator
@inline
function withY(first: v128, second: v128, multipliers: usize): v128 {
  return f32x4.add(f32x4.mul(first, v128.load32_splat(multipliers)), f32x4.mul(second, v128.load32_splat(multipliers, 4)));
}

/** 2^-unit, 1 where there is no scale. */
// @ts-ignore: decorator
@inline
function perUnit(unit: v128): v128 {
  return powersOfTwo(i32x4.neg(v128.andnot(unit, i32x4.eq(unit, i32x4.splat(NO_EXPONENT)))));
}

// @ts-ignore: decorator
@inline
function noteFits(scales: usize, node: usize, largest: v128, sums: v128, perUnit: v128, most: f32): void {
  const elements = f32x4.le(f32x4.mul(largest, perUnit), f32x4.splat(LARGEST_INT16));
  store<u8>(scales + node, i32x4.all_true(v128.and(elements, f32x4.le(f32x4.mul(sums, perUnit), f32x4.splat(most)))) ? 1 : 0, FITS);
}

// @ts-ignore: decorator
@inline
function noteExact(scales: usize, node: usize, sums: v128, perUnit: v128, exact: f32): void {
  store<u8>(scales + node, i32x4.all_true(f32x4.le(f32x4.mul(sums, perUnit), f32x4.splat(exact))) ? 1 : 0, EXACT);
}

/** The words of `scalesOfRows`, without those of zeros. */
// @ts-ignore: decorator
@inline
function ofNonzero(words: v128, sums: v128): v128 {
  return v128.bitselect(words, noScales(), i32x4.ne(sums, i32x4.splat(0)));
}

/** @param words of `ofNonzero` */
// @ts-ignore: decorator
@inline
function scaleOf(words: v128): v128 {
  const odd = v128.and(words, i32x4.splat(3));
  return f32x4.mul(f32x4.convert_i32x4_s(odd), powersOfTwo(v128.and(i32x4.shr_s(words, 2), i32x4.ne(odd, i32x4.splat(0)))));
}

/**
 * Notes a pair of groups.
 * @param words of `scalesOfRows` for both @param largest, sum integers for both: of the elements as they are multiplied, and the sum of the elements
 * @param most, exact those of `layNodes`
 */
// @ts-ignore: decorator
@inline
export function notePair(
  scales: usize, yNodes: usize, pair: usize, firstWords: v128, secondWords: v128, firstLargest: v128, secondLargest: v128, firstSum: v128, secondSum: v128, most: f32, exact: f32,
): void {
  const words1 = ofNonzero(firstWords, firstSum);
  const words2 = ofNonzero(secondWords, secondSum);
  const scale1 = scaleOf(words1);
  const scale2 = scaleOf(words2);
  const unit = i32x4.min_s(i32x4.shr_s(words1, 2), i32x4.shr_s(words2, 2));
  const largest = f32x4.max(f32x4.mul(scale1, f32x4.convert_i32x4_s(firstLargest)), f32x4.mul(scale2, f32x4.convert_i32x4_s(secondLargest)));
  const sum1 = f32x4.mul(scale1, f32x4.convert_i32x4_s(firstSum));
  const sum2 = f32x4.mul(scale2, f32x4.convert_i32x4_s(secondSum));
  const y = yNodes + (pair << 3);
  const sums = withY(sum1, sum2, y + Y_FOLDED);
  const inverse = perUnit(unit);
  v128.store(scales + (pair << 5), scale1, SCALES);
  v128.store(scales + (pair << 5), scale2, SCALES + 16);
  const at = scales + (pair << 4);
  v128.store(at, unit, UNITS);
  v128.store(at, largest, LARGEST);
  v128.store(at, sums, SUMS);
  v128.store(at, withY(sum1, sum2, y + Y_FOURS), SUMS_OF_FOURS);
  noteFits(scales, pair, largest, sums, inverse, most);
  noteExact(scales, pair, withY(sum1, sum2, y + Y_PAIRS), inverse, exact);
}

/** Notes a node of two nodes, of which the left one is given. @returns 2^-unit */
// @ts-ignore: decorator
@inline
function noteNode(scales: usize, node: usize, left: usize, most: f32): v128 {
  const from = scales + (left << 4);
  const unit = i32x4.min_s(v128.load(from, UNITS), v128.load(from, UNITS + 16));
  const largest = f32x4.max(v128.load(from, LARGEST), v128.load(from, LARGEST + 16));
  const sums = f32x4.add(v128.load(from, SUMS), v128.load(from, SUMS + 16));
  const inverse = perUnit(unit);
  const at = scales + (node << 4);
  v128.store(at, unit, UNITS);
  v128.store(at, largest, LARGEST);
  v128.store(at, sums, SUMS);
  noteFits(scales, node, largest, sums, inverse, most);
  return inverse;
}

/** Of two nodes side by side, whether both are exact. */
// @ts-ignore: decorator
@inline
function areExact(scales: usize, left: usize): bool {
  return (load<u8>(scales + left, EXACT) & load<u8>(scales + left, EXACT + 1)) != 0;
}

// @ts-ignore: decorator
@inline
function fold(scales: usize, node: usize, pair: usize, pairs: usize, level: u8, levels: usize): void {
  const unit = v128.load(scales + (node << 4), UNITS);
  const exponent = v128.andnot(unit, i32x4.eq(unit, i32x4.splat(NO_EXPONENT)));
  for (const end = pair + pairs; pair < end; pair++) {
    v128.store(scales + (pair << 4), exponent, FOLDED_UNITS);
    store<u8>(levels + pair, level);
  }
}

/**
 * The largest nodes that are one sum for four rows, after all pairs are noted.
 * @param most, exact what a node's sums are at most, those that fit 32 bits and those that are exact, over the largest magnitude of Y
 * @param levels [pair] 0 for two groups that are not folded, 1, 2, 3 for those in a node of 2, 4, 8 groups
 */
export function layNodes(scales: usize, yNodes: usize, most: f32, exact: f32, levels: usize): void {
  for (let four: usize = 0; four < FOURS; four++) {
    const pair = 2 * four;
    const inverse = noteNode(scales, PAIRS + four, pair, most);
    const sums = f32x4.add(v128.load(scales + (pair << 4), SUMS_OF_FOURS), v128.load(scales + (pair << 4), SUMS_OF_FOURS + 16));
    noteExact(scales, PAIRS + four, sums, inverse, exact);
    const folded = load<u8>(yNodes + pair) >= 2 && load<u8>(scales + four, FITS + PAIRS) != 0 && areExact(scales, pair);
    if (folded) {
      fold(scales, PAIRS + four, pair, 2, 2, levels);
    } else {
      fold(scales, pair, pair, 1, load<u8>(yNodes + pair) != 0 ? load<u8>(scales + pair, FITS) : 0, levels);
      fold(scales, pair + 1, pair + 1, 1, load<u8>(yNodes + pair, 1) != 0 ? load<u8>(scales + pair, FITS + 1) : 0, levels);
    }
  }
  for (let eight: usize = 0; eight < 2; eight++) {
    const pair = 4 * eight;
    // Where fours are exact, their pairs are, whose units are at least as large.
    if (load<u8>(yNodes + pair) < 3 || !areExact(scales, PAIRS + 2 * eight)) continue;
    noteNode(scales, PAIRS + FOURS + eight, PAIRS + 2 * eight, most);
    if (load<u8>(scales + eight, FITS + PAIRS + FOURS) != 0) fold(scales, PAIRS + FOURS + eight, pair, 4, 3, levels);
  }
}

/** The multipliers of a pair for four rows, [row][2] 16-bit integers. */
// @ts-ignore: decorator
@inline
export function multipliersOf(scales: usize, pair: usize, folded: bool): v128 {
  const first = v128.load(scales + (pair << 5), SCALES);
  const second = v128.load(scales + (pair << 5), SCALES + 16);
  if (folded) {
    const inverse = powersOfTwo(i32x4.neg(v128.load(scales + (pair << 4), FOLDED_UNITS)));
    return v128.or(i32x4.trunc_sat_f32x4_s(f32x4.mul(first, inverse)), i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.mul(second, inverse)), 16));
  }
  const zero = i32x4.splat(0);
  return v128.or(i32x4.shr_u(f32x4.ne(first, zero), 31), i32x4.shl(i32x4.shr_u(f32x4.ne(second, zero), 31), 16));
}

/** The factors of a pair for four rows: [2][row] binary32. */
// @ts-ignore: decorator
@inline
export function layFactors(scales: usize, pair: usize, folded: bool, factors: usize): void {
  const unit = powersOfTwo(v128.load(scales + (pair << 4), FOLDED_UNITS));
  v128.store(factors, folded ? unit : v128.load(scales + (pair << 5), SCALES));
  v128.store(factors, folded ? unit : v128.load(scales + (pair << 5), SCALES + 16), 16);
}
