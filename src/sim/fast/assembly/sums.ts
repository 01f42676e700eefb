/**
 * The local accumulation: integer sums of a group for a tile of 4 rows x 8 columns (or 1 x 8), as products of 16-bit integers added in pairs
 * (i32x4.dot_i16x8_s). Eight accumulators stay in registers; the loop over pairs is a loop so that the compiler loads no more than one pair ahead.
 *
 * Panels hold pairs of taps, two 16-bit integers in a word: `v` [pair][columns], a row of `pitch` bytes for each pair; `s` [pair][rows].
 */

/** What becomes of the sums of a group. */
export const enum Then {
  /** Stored as integers. */
  Store,
  /** Stored as terms: converted to binary32, times the factor of their row. Exact where planned. */
  StoreTerm,
  /** As terms, added to what is stored: the first level of the tree. */
  AddTerm,
  /** The same two on terms that are 2^100 times theirs, and rounded as the subnormal numbers that they stand for. */
  StoreScaled,
  AddScaled,
}

/** Bytes of a tile of 4 rows: 8 vectors. */
export const TILE: usize = 128;
/** Bytes of a tile of a row: 2 vectors. */
export const ROW_TILE: usize = 32;

/**
 * Rounds terms that are 2^100 times theirs to multiples of 2^-49, where 2^-149 is what subnormal numbers are multiples of: a magnitude below 2^-26 has as many bits
 * left in a sum with 2^-26, and a larger one is doubled and halved.
 */
// @ts-ignore: decorator
@inline
function roundedAsSubnormal(term: v128): v128 {
  const magnitude = v128.and(term, i32x4.splat(0x7fff_ffff));
  const least = i32x4.splat(0x3280_0000); // 2^-26
  const beside = v128.or(i32x4.max_s(magnitude, least), v128.xor(term, magnitude));
  return f32x4.sub(f32x4.add(term, beside), beside);
}

/** One vector of sums on its way to memory. */
// @ts-ignore: decorator
@inline
function put(sums: v128, factor: v128, out: usize, then: Then): void {
  if (then == Then.Store) {
    v128.store(out, sums);
    return;
  }
  let term = f32x4.mul(f32x4.convert_i32x4_s(sums), factor);
  if (then == Then.StoreScaled || then == Then.AddScaled) term = roundedAsSubnormal(term);
  if (then == Then.AddTerm || then == Then.AddScaled) term = f32x4.add(v128.load(out), term);
  v128.store(out, term);
}

/** A row's sums. @param f factors of the rows */
// @ts-ignore: decorator
@inline
function putRow(low: v128, high: v128, f: usize, row: usize, out: usize, then: Then): void {
  const factor = then == Then.Store ? low : v128.load32_splat(f + 4 * row);
  put(low, factor, out + ROW_TILE * row, then);
  put(high, factor, out + ROW_TILE * row + 16, then);
}

/** A group of a tile of 4 rows: row by row, columns 0 to 3, then 4 to 7. @param pairs at least 1 */
// @ts-ignore: decorator
@inline
export function sumTile(v: usize, pitch: usize, s: usize, pairs: i32, f: usize, out: usize, then: Then): void {
  let v0 = v128.load(v);
  let v1 = v128.load(v, 16);
  let w = v128.load32_splat(s);
  let a00 = i32x4.dot_i16x8_s(v0, w);
  let a01 = i32x4.dot_i16x8_s(v1, w);
  w = v128.load32_splat(s, 4);
  let a10 = i32x4.dot_i16x8_s(v0, w);
  let a11 = i32x4.dot_i16x8_s(v1, w);
  w = v128.load32_splat(s, 8);
  let a20 = i32x4.dot_i16x8_s(v0, w);
  let a21 = i32x4.dot_i16x8_s(v1, w);
  w = v128.load32_splat(s, 12);
  let a30 = i32x4.dot_i16x8_s(v0, w);
  let a31 = i32x4.dot_i16x8_s(v1, w);
  for (let k = 1; k < pairs; k++) {
    v += pitch;
    s += 16;
    v0 = v128.load(v);
    v1 = v128.load(v, 16);
    w = v128.load32_splat(s);
    a00 = i32x4.add(a00, i32x4.dot_i16x8_s(v0, w));
    a01 = i32x4.add(a01, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, 4);
    a10 = i32x4.add(a10, i32x4.dot_i16x8_s(v0, w));
    a11 = i32x4.add(a11, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, 8);
    a20 = i32x4.add(a20, i32x4.dot_i16x8_s(v0, w));
    a21 = i32x4.add(a21, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, 12);
    a30 = i32x4.add(a30, i32x4.dot_i16x8_s(v0, w));
    a31 = i32x4.add(a31, i32x4.dot_i16x8_s(v1, w));
  }
  putRow(a00, a01, f, 0, out, then);
  putRow(a10, a11, f, 1, out, then);
  putRow(a20, a21, f, 2, out, then);
  putRow(a30, a31, f, 3, out, then);
}

/** The same for two rows of four, from pointers to the first of them on. */
// @ts-ignore: decorator
@inline
export function sumTwoRows(v: usize, pitch: usize, s: usize, pairs: i32, f: usize, out: usize, then: Then): void {
  let v0 = v128.load(v);
  let v1 = v128.load(v, 16);
  let w = v128.load32_splat(s);
  let a00 = i32x4.dot_i16x8_s(v0, w);
  let a01 = i32x4.dot_i16x8_s(v1, w);
  w = v128.load32_splat(s, 4);
  let a10 = i32x4.dot_i16x8_s(v0, w);
  let a11 = i32x4.dot_i16x8_s(v1, w);
  for (let k = 1; k < pairs; k++) {
    v += pitch;
    s += 16;
    v0 = v128.load(v);
    v1 = v128.load(v, 16);
    w = v128.load32_splat(s);
    a00 = i32x4.add(a00, i32x4.dot_i16x8_s(v0, w));
    a01 = i32x4.add(a01, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, 4);
    a10 = i32x4.add(a10, i32x4.dot_i16x8_s(v0, w));
    a11 = i32x4.add(a11, i32x4.dot_i16x8_s(v1, w));
  }
  putRow(a00, a01, f, 0, out, then);
  putRow(a10, a11, f, 1, out, then);
}

/** A group of a tile of one row. @param s [pair] */
// @ts-ignore: decorator
@inline
export function sumRow(v: usize, pitch: usize, s: usize, pairs: i32, f: usize, out: usize, then: Then): void {
  let w = v128.load32_splat(s);
  let a0 = i32x4.dot_i16x8_s(v128.load(v), w);
  let a1 = i32x4.dot_i16x8_s(v128.load(v, 16), w);
  for (let k = 1; k < pairs; k++) {
    v += pitch;
    s += 4;
    w = v128.load32_splat(s);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load(v), w));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load(v, 16), w));
  }
  putRow(a0, a1, f, 0, out, then);
}
