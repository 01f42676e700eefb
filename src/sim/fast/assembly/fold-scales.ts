/**
 * Which nodes of the tree are one integer sum, from the scales of a chunk's groups: two, four or eight groups whose scales are small multiples of one power of two.
 * A node is one sum where everything fits its integers, and where the nodes below it are exact in binary32, so that only its own addition rounds.
 *
 * What is known of a chunk, each a vector of four rows:
 */

/** [group] scales, binary32: 0 for groups of zeros. */
const SCALES: usize = 0;
/** [group] what a sum of products is at most, over the largest magnitude of Y, times the scale. */
const SUMS: usize = 256;
/** [pair] the unit, the largest power of two that both scales are multiples of: its exponent field less one, or all ones where there is no scale. */
const UNITS: usize = 512;
/** [pair] the largest magnitude of an element as it is multiplied, times its scale. */
const LARGEST: usize = 640;
/** [pair] the unit of the node that the pair is folded in. */
const FOLDED_UNITS: usize = 768;
/** Bytes of all of it. */
export const SCALES_BYTES: usize = 896;

/**
 * What is known of Y's groups of a chunk: levels of [pair]; multipliers of [group] in the unit of its pair, of its four, and of the node that it is folded in; and the
 * largest Euclidean norm of any window of [group], over the largest magnitude of Y.
 */
const Y_PAIRS: usize = 16;
const Y_FOURS: usize = 80;
const Y_FOLDED: usize = 144;
const Y_NORMS: usize = 208;
/** Bytes of all of it. */
export const Y_NODES_BYTES: usize = 272;

const LARGEST_INT16: f32 = 32767;
/** Exponent fields, and bits of a mantissa. */
const MOST_EXPONENT: i32 = 254;
const MANTISSA_BITS: i32 = 23;

/** The scales of a group for four rows. @param table binary32 by code @param rows that exist */
// @ts-ignore: decorator
@inline
export function scalesOfRows(table: usize, codes: usize, rowStep: usize, rows: i32): v128 {
  let scales = v128.load32_zero(table + (<usize>load<u16>(codes) << 2));
  if (rows > 1) scales = v128.load32_lane(table + (<usize>load<u16>(codes + rowStep) << 2), scales, 1);
  if (rows > 2) scales = v128.load32_lane(table + (<usize>load<u16>(codes + 2 * rowStep) << 2), scales, 2);
  if (rows > 3) scales = v128.load32_lane(table + (<usize>load<u16>(codes + 3 * rowStep) << 2), scales, 3);
  return scales;
}

/** The unit of a scale of 1 or 1.5 times a power of two: its own exponent, or one less. */
// @ts-ignore: decorator
@inline
function unitOf(scale: v128): v128 {
  const field = i32x4.shr_u(scale, MANTISSA_BITS - 1);
  return i32x4.sub(i32x4.sub(i32x4.shr_u(field, 1), v128.and(field, i32x4.splat(1))), i32x4.splat(1));
}

/** A unit as binary32, 0 where there is no scale. */
// @ts-ignore: decorator
@inline
function valueOf(unit: v128): v128 {
  return i32x4.shl(i32x4.add(unit, i32x4.splat(1)), MANTISSA_BITS);
}

/** One over it. */
// @ts-ignore: decorator
@inline
function inverseOf(unit: v128): v128 {
  return i32x4.shl(i32x4.sub(i32x4.splat(MOST_EXPONENT - 1), unit), MANTISSA_BITS);
}

/**
 * What a sum of products of a group is at most, over the largest magnitude of Y: the sum of X's magnitudes, or by the Cauchy-Schwarz inequality the product of the norms.
 * @param squares the sum of squares of X, where it is `known` @param norm of Y's groups
 */
// @ts-ignore: decorator
@inline
export function boundOf(sum: v128, squares: v128, known: bool, norm: usize): v128 {
  const magnitudes = f32x4.convert_i32x4_s(sum);
  if (!known) return magnitudes;
  return f32x4.min(magnitudes, f32x4.mul(f32x4.sqrt(f32x4.convert_i32x4_s(squares)), v128.load32_splat(norm, Y_NORMS)));
}

/**
 * Notes a pair of groups.
 * @param first, second scales of four rows, 0 for groups of zeros
 * @param largest magnitudes of the elements as they are multiplied, integers @param bound those of `boundOf`
 */
// @ts-ignore: decorator
@inline
export function notePair(scales: usize, pair: usize, first: v128, second: v128, firstLargest: v128, secondLargest: v128, firstBound: v128, secondBound: v128): void {
  const groups = scales + (pair << 5);
  v128.store(groups, first, SCALES);
  v128.store(groups, second, SCALES + 16);
  v128.store(groups, f32x4.mul(first, firstBound), SUMS);
  v128.store(groups, f32x4.mul(second, secondBound), SUMS + 16);
  const at = scales + (pair << 4);
  v128.store(at, i32x4.min_u(unitOf(first), unitOf(second)), UNITS);
  v128.store(at, f32x4.max(f32x4.mul(first, f32x4.convert_i32x4_s(firstLargest)), f32x4.mul(second, f32x4.convert_i32x4_s(secondLargest))), LARGEST);
}

/** Sums of two groups with Y's multipliers. @param sums, multipliers of the first of them */
// @ts-ignore: decorator
@inline
function sumsOfPair(sums: usize, multipliers: usize): v128 {
  return f32x4.add(f32x4.mul(v128.load(sums), v128.load32_splat(multipliers)), f32x4.mul(v128.load(sums, 16), v128.load32_splat(multipliers, 4)));
}

// @ts-ignore: decorator
@inline
function sumsOfFour(sums: usize, multipliers: usize): v128 {
  return f32x4.add(sumsOfPair(sums, multipliers), sumsOfPair(sums + 32, multipliers + 8));
}

/** Where sums are at most so many units. */
// @ts-ignore: decorator
@inline
function areWithin(sums: v128, unit: v128, limit: f32): v128 {
  return f32x4.le(f32x4.mul(sums, inverseOf(unit)), f32x4.splat(limit));
}

/** Where everything of a node fits its integers. */
// @ts-ignore: decorator
@inline
function fits(largest: v128, sums: v128, unit: v128, most: f32): v128 {
  return v128.and(areWithin(largest, unit, LARGEST_INT16), areWithin(sums, unit, most));
}

// @ts-ignore: decorator
@inline
function fold(scales: usize, unit: v128, pair: usize, pairs: usize, level: u8, levels: usize): void {
  for (const end = pair + pairs; pair < end; pair++) {
    v128.store(scales + (pair << 4), unit, FOLDED_UNITS);
    store<u8>(levels + pair, level);
  }
}

/** Eight groups in one sum, where that can be. @param units of both fours */
// @ts-ignore: decorator
@inline
function foldEight(scales: usize, yNodes: usize, pair: usize, firstUnit: v128, secondUnit: v128, most: f32, exact: f32, levels: usize): bool {
  if (load<u8>(yNodes + pair) < 3) return false;
  const sums = scales + (pair << 5) + SUMS;
  const y = yNodes + (pair << 3);
  const largest = scales + (pair << 4) + LARGEST;
  const unit = i32x4.min_u(firstUnit, secondUnit);
  // Where fours are exact, their pairs are, whose units are at least as large.
  const rounded = v128.and(areWithin(sumsOfFour(sums, y + Y_FOURS), firstUnit, exact), areWithin(sumsOfFour(sums + 64, y + Y_FOURS + 16), secondUnit, exact));
  const all = f32x4.add(sumsOfFour(sums, y + Y_FOLDED), sumsOfFour(sums + 64, y + Y_FOLDED + 16));
  const most4 = f32x4.max(f32x4.max(v128.load(largest), v128.load(largest, 16)), f32x4.max(v128.load(largest, 32), v128.load(largest, 48)));
  if (!i32x4.all_true(v128.and(rounded, fits(most4, all, unit, most)))) return false;
  fold(scales, unit, pair, 4, 3, levels);
  return true;
}

/** The same for four groups, and else for each pair. @param unit of the four */
// @ts-ignore: decorator
@inline
function foldFour(scales: usize, yNodes: usize, pair: usize, unit: v128, most: f32, exact: f32, levels: usize): void {
  const sums = scales + (pair << 5) + SUMS;
  const y = yNodes + (pair << 3);
  const at = scales + (pair << 4);
  if (load<u8>(yNodes + pair) >= 2) {
    const rounded = v128.and(areWithin(sumsOfPair(sums, y + Y_PAIRS), v128.load(at, UNITS), exact), areWithin(sumsOfPair(sums + 32, y + Y_PAIRS + 8), v128.load(at, UNITS + 16), exact));
    const largest = f32x4.max(v128.load(at, LARGEST), v128.load(at, LARGEST + 16));
    if (i32x4.all_true(v128.and(rounded, fits(largest, sumsOfFour(sums, y + Y_FOLDED), unit, most)))) {
      fold(scales, unit, pair, 2, 2, levels);
      return;
    }
  }
  foldPair(scales, yNodes, pair, most, levels);
  foldPair(scales, yNodes, pair + 1, most, levels);
}

// @ts-ignore: decorator
@inline
function foldPair(scales: usize, yNodes: usize, pair: usize, most: f32, levels: usize): void {
  const at = scales + (pair << 4);
  const unit = v128.load(at, UNITS);
  const sums = sumsOfPair(scales + (pair << 5) + SUMS, yNodes + (pair << 3) + Y_FOLDED);
  const folded = load<u8>(yNodes + pair) > 0 && i32x4.all_true(fits(v128.load(at, LARGEST), sums, unit, most));
  fold(scales, unit, pair, 1, folded ? 1 : 0, levels);
}

/**
 * The largest nodes that are one sum for four rows, after all pairs are noted.
 * @param most, exact what a node's sums may be, those that fit 32 bits and those that are exact, over the largest magnitude of Y
 * @param levels [pair] 0 for two groups that are not folded, 1, 2, 3 for those in a node of 2, 4, 8 groups
 */
export function layNodes(scales: usize, yNodes: usize, most: f32, exact: f32, levels: usize): void {
  for (let pair: usize = 0; pair < 8; pair += 4) {
    const units = scales + (pair << 4) + UNITS;
    const first = i32x4.min_u(v128.load(units), v128.load(units, 16));
    const second = i32x4.min_u(v128.load(units, 32), v128.load(units, 48));
    if (foldEight(scales, yNodes, pair, first, second, most, exact, levels)) continue;
    foldFour(scales, yNodes, pair, first, most, exact, levels);
    foldFour(scales, yNodes, pair + 2, second, most, exact, levels);
  }
}

/** The multipliers of a pair for four rows, [row][2] 16-bit integers. */
// @ts-ignore: decorator
@inline
export function multipliersOf(scales: usize, pair: usize, folded: bool): v128 {
  const first = v128.load(scales + (pair << 5), SCALES);
  const second = v128.load(scales + (pair << 5), SCALES + 16);
  if (folded) {
    const inverse = inverseOf(v128.load(scales + (pair << 4), FOLDED_UNITS));
    return v128.or(i32x4.trunc_sat_f32x4_s(f32x4.mul(first, inverse)), i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.mul(second, inverse)), 16));
  }
  const zero = i32x4.splat(0);
  return v128.or(i32x4.shr_u(f32x4.ne(first, zero), 31), i32x4.shl(i32x4.shr_u(f32x4.ne(second, zero), 31), 16));
}

/** The factors of a pair for four rows: [2][row] binary32. */
// @ts-ignore: decorator
@inline
export function layFactors(scales: usize, pair: usize, folded: bool, factors: usize): void {
  const unit = valueOf(v128.load(scales + (pair << 4), FOLDED_UNITS));
  v128.store(factors, folded ? unit : v128.load(scales + (pair << 5), SCALES));
  v128.store(factors, folded ? unit : v128.load(scales + (pair << 5), SCALES + 16), 16);
}
