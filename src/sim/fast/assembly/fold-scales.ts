/**
 * Scales of X as small multiples of one power of two: of two, four or eight neighbouring groups, the most whose elements fit 16 bits when they are multiplied. What that
 * depends on is X alone; which of these groups are summed as one, for some Y, is for `fold-levels.ts` to say.
 */

/** What is needed of a chunk while it is folded, each a vector of four rows: [group] scales, binary32, 0 for groups of zeros. */
const SCALES: usize = 0;
/** [pair] the largest magnitude of an element as it is multiplied, times its scale. */
const LARGEST: usize = 256;
/** [pair] the unit that its elements are multiples of. */
const STORED_UNITS: usize = 384;
/** Bytes of all of it. */
export const SCALES_BYTES: usize = 512;

/** What is kept of four rows of a chunk: vectors of [group] bounds of sums of products times the scale, binary32. */
export const BOUNDS: usize = 0;
/** [pair] the unit, the largest power of two that both scales are multiples of: its exponent field less one, or all ones where there is no scale. */
export const UNITS: usize = 256;
/** [pair] bytes, how many groups share a unit: 0 where they do not, 1, 2, 3 for two, four, eight. */
export const STORED: usize = 384;
/** Bytes of all of it. */
export const NOTES_BYTES: usize = 400;

const LARGEST_INT16: f32 = 32767;
/** Exponent fields, and bits of a mantissa. */
export const MOST_EXPONENT: i32 = 254;
export const MANTISSA_BITS: i32 = 23;

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
export function valueOf(unit: v128): v128 {
  return i32x4.shl(i32x4.add(unit, i32x4.splat(1)), MANTISSA_BITS);
}

/** One over it. */
// @ts-ignore: decorator
@inline
export function inverseOf(unit: v128): v128 {
  return i32x4.shl(i32x4.sub(i32x4.splat(MOST_EXPONENT - 1), unit), MANTISSA_BITS);
}

/**
 * Notes a pair of groups.
 * @param first, second scales of four rows, 0 for groups of zeros
 * @param largest magnitudes of the elements as they are multiplied, integers @param bound of a sum of products, over that of Y's elements
 */
// @ts-ignore: decorator
@inline
export function notePair(scales: usize, notes: usize, pair: usize, first: v128, second: v128, firstLargest: v128, secondLargest: v128, firstBound: v128, secondBound: v128): void {
  const groups = pair << 5;
  v128.store(scales + groups, first, SCALES);
  v128.store(scales + groups, second, SCALES + 16);
  v128.store(notes + groups, f32x4.mul(first, firstBound), BOUNDS);
  v128.store(notes + groups, f32x4.mul(second, secondBound), BOUNDS + 16);
  const largest = f32x4.max(f32x4.mul(first, f32x4.convert_i32x4_s(firstLargest)), f32x4.mul(second, f32x4.convert_i32x4_s(secondLargest)));
  v128.store(scales + (pair << 4), largest, LARGEST);
  v128.store(notes + (pair << 4), i32x4.min_u(unitOf(first), unitOf(second)), UNITS);
}

/** Whether elements fit 16 bits in all rows. */
// @ts-ignore: decorator
@inline
function fit(largest: v128, unit: v128): bool {
  return i32x4.all_true(f32x4.le(f32x4.mul(largest, inverseOf(unit)), f32x4.splat(LARGEST_INT16)));
}

// @ts-ignore: decorator
@inline
function putStored(scales: usize, notes: usize, pair: usize, pairs: usize, unit: v128, level: u8): void {
  for (const end = pair + pairs; pair < end; pair++) {
    v128.store(scales + (pair << 4), unit, STORED_UNITS);
    store<u8>(notes + pair, level, STORED);
  }
}

/** Four groups in one unit, or else each pair. @param unit of the four */
// @ts-ignore: decorator
@inline
function storeFour(scales: usize, notes: usize, pair: usize, unit: v128): void {
  const at = scales + (pair << 4) + LARGEST;
  const first = v128.load(at);
  const second = v128.load(at, 16);
  if (fit(f32x4.max(first, second), unit)) {
    putStored(scales, notes, pair, 2, unit, 2);
    return;
  }
  const units = notes + (pair << 4) + UNITS;
  putStored(scales, notes, pair, 1, v128.load(units), fit(first, v128.load(units)) ? 1 : 0);
  putStored(scales, notes, pair + 1, 1, v128.load(units, 16), fit(second, v128.load(units, 16)) ? 1 : 0);
}

/** The most groups that have one unit, after all pairs are noted. */
export function layStored(scales: usize, notes: usize): void {
  for (let pair: usize = 0; pair < 8; pair += 4) {
    const units = notes + (pair << 4) + UNITS;
    const first = i32x4.min_u(v128.load(units), v128.load(units, 16));
    const second = i32x4.min_u(v128.load(units, 32), v128.load(units, 48));
    const unit = i32x4.min_u(first, second);
    const at = scales + (pair << 4) + LARGEST;
    const largest = f32x4.max(f32x4.max(v128.load(at), v128.load(at, 16)), f32x4.max(v128.load(at, 32), v128.load(at, 48)));
    if (fit(largest, unit)) {
      putStored(scales, notes, pair, 4, unit, 3);
    } else {
      storeFour(scales, notes, pair, first);
      storeFour(scales, notes, pair + 2, second);
    }
  }
}

/** The multipliers of a pair for four rows, [row][2] 16-bit integers. */
// @ts-ignore: decorator
@inline
export function multipliersOf(scales: usize, notes: usize, pair: usize): v128 {
  const first = v128.load(scales + (pair << 5), SCALES);
  const second = v128.load(scales + (pair << 5), SCALES + 16);
  if (load<u8>(notes + pair, STORED) != 0) {
    const inverse = inverseOf(v128.load(scales + (pair << 4), STORED_UNITS));
    return v128.or(i32x4.trunc_sat_f32x4_s(f32x4.mul(first, inverse)), i32x4.shl(i32x4.trunc_sat_f32x4_s(f32x4.mul(second, inverse)), 16));
  }
  const zero = i32x4.splat(0);
  return v128.or(i32x4.shr_u(f32x4.ne(first, zero), 31), i32x4.shl(i32x4.shr_u(f32x4.ne(second, zero), 31), 16));
}

/** The factors of a pair for four rows: [2][row] binary32. */
// @ts-ignore: decorator
@inline
export function layFactors(scales: usize, notes: usize, pair: usize, factors: usize): void {
  const shared = load<u8>(notes + pair, STORED) != 0;
  const unit = valueOf(v128.load(scales + (pair << 4), STORED_UNITS));
  v128.store(factors, shared ? unit : v128.load(scales + (pair << 5), SCALES));
  v128.store(factors, shared ? unit : v128.load(scales + (pair << 5), SCALES + 16), 16);
}
