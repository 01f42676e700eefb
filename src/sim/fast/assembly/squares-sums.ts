/**
 * 3x3 kernels on squares of 2x2 outputs: Winograd's F(2x2, 3x3), 16 products of transformed integers instead of 36. All of it is exact: the sums are four times
 * the groups', and wrap around as the accumulator does on the way, never at the end.
 */
import { PITCH, POSITIONS, SQUARES_ROW } from './squares';

/** Bytes from a pair of groups to the next: in a panel, and in rows. */
const V: usize = <usize>POSITIONS * PITCH;
const S: usize = <usize>POSITIONS * 16;
/** Bytes of the sums of a position: 4 rows of two vectors. */
const POSITION: usize = 128;
/** Bytes of the sums of a tile, and of those that upper outputs need. */
const SQUARES_SUMS: usize = <usize>POSITIONS * POSITION;
const UPPER_SUMS: usize = 12 * POSITION;

/**
 * A position of some pairs of groups, for a tile. Each pair is a block of its own, so that no more is loaded ahead than stays in registers.
 * @param pairs 1, 2 or 4
 */
// @ts-ignore: decorator
@inline
function multiplyPosition(v: usize, s: usize, pairs: i32, sums: usize): void {
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
  if (pairs > 1) {
    v0 = v128.load(v, V);
    v1 = v128.load(v, V + 16);
    w = v128.load32_splat(s, S);
    a00 = i32x4.add(a00, i32x4.dot_i16x8_s(v0, w));
    a01 = i32x4.add(a01, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, S + 4);
    a10 = i32x4.add(a10, i32x4.dot_i16x8_s(v0, w));
    a11 = i32x4.add(a11, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, S + 8);
    a20 = i32x4.add(a20, i32x4.dot_i16x8_s(v0, w));
    a21 = i32x4.add(a21, i32x4.dot_i16x8_s(v1, w));
    w = v128.load32_splat(s, S + 12);
    a30 = i32x4.add(a30, i32x4.dot_i16x8_s(v0, w));
    a31 = i32x4.add(a31, i32x4.dot_i16x8_s(v1, w));
    if (pairs > 2) {
      v0 = v128.load(v, 2 * V);
      v1 = v128.load(v, 2 * V + 16);
      w = v128.load32_splat(s, 2 * S);
      a00 = i32x4.add(a00, i32x4.dot_i16x8_s(v0, w));
      a01 = i32x4.add(a01, i32x4.dot_i16x8_s(v1, w));
      w = v128.load32_splat(s, 2 * S + 4);
      a10 = i32x4.add(a10, i32x4.dot_i16x8_s(v0, w));
      a11 = i32x4.add(a11, i32x4.dot_i16x8_s(v1, w));
      w = v128.load32_splat(s, 2 * S + 8);
      a20 = i32x4.add(a20, i32x4.dot_i16x8_s(v0, w));
      a21 = i32x4.add(a21, i32x4.dot_i16x8_s(v1, w));
      w = v128.load32_splat(s, 2 * S + 12);
      a30 = i32x4.add(a30, i32x4.dot_i16x8_s(v0, w));
      a31 = i32x4.add(a31, i32x4.dot_i16x8_s(v1, w));
      if (pairs > 3) {
        v0 = v128.load(v, 3 * V);
        v1 = v128.load(v, 3 * V + 16);
        w = v128.load32_splat(s, 3 * S);
        a00 = i32x4.add(a00, i32x4.dot_i16x8_s(v0, w));
        a01 = i32x4.add(a01, i32x4.dot_i16x8_s(v1, w));
        w = v128.load32_splat(s, 3 * S + 4);
        a10 = i32x4.add(a10, i32x4.dot_i16x8_s(v0, w));
        a11 = i32x4.add(a11, i32x4.dot_i16x8_s(v1, w));
        w = v128.load32_splat(s, 3 * S + 8);
        a20 = i32x4.add(a20, i32x4.dot_i16x8_s(v0, w));
        a21 = i32x4.add(a21, i32x4.dot_i16x8_s(v1, w));
        w = v128.load32_splat(s, 3 * S + 12);
        a30 = i32x4.add(a30, i32x4.dot_i16x8_s(v0, w));
        a31 = i32x4.add(a31, i32x4.dot_i16x8_s(v1, w));
      }
    }
  }
  v128.store(sums, a00);
  v128.store(sums, a01, 16);
  v128.store(sums, a10, 32);
  v128.store(sums, a11, 48);
  v128.store(sums, a20, 64);
  v128.store(sums, a21, 80);
  v128.store(sums, a30, 96);
  v128.store(sums, a31, 112);
}

/** The same for the first of a tile's two vectors. */
// @ts-ignore: decorator
@inline
function multiplyFirst(v: usize, s: usize, pairs: i32, sums: usize): void {
  let v0 = v128.load(v);
  let a0 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s));
  let a1 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 4));
  let a2 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 8));
  let a3 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 12));
  for (; pairs > 1; pairs--) {
    v += V;
    s += S;
    v0 = v128.load(v);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 4)));
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 8)));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 12)));
  }
  v128.store(sums, a0);
  v128.store(sums, a1, 32);
  v128.store(sums, a2, 64);
  v128.store(sums, a3, 96);
}

/**
 * All positions of some pairs of groups in one sum, for a tile.
 * @param sums [16][row][2] vectors @param vectors of the tile that have columns @param whole those whose squares have lower outputs: others don't need the last four positions
 */
// @ts-ignore: decorator
@inline
export function multiplySquares(v: usize, s: usize, pairs: i32, sums: usize, vectors: i32, whole: i32): void {
  const end = sums + SQUARES_SUMS;
  const upper = sums + UPPER_SUMS;
  const both = vectors == 1 ? sums : whole == 2 ? end : upper;
  const first = whole == 0 ? upper : end;
  for (; sums < both; sums += POSITION) {
    multiplyPosition(v, s, pairs, sums);
    v += PITCH;
    s += 16;
  }
  for (; sums < first; sums += POSITION) {
    multiplyFirst(v, s, pairs, sums);
    v += PITCH;
    s += 16;
  }
}

// @ts-ignore: decorator
@inline
function putTerm(sums: v128, factor: v128, out: usize, add: bool): void {
  const term = f32x4.mul(f32x4.convert_i32x4_s(sums), factor);
  v128.store(out, add ? f32x4.add(v128.load(out), term) : term);
}

/** A^T M A of a vector of squares, and its terms. @param sums M's first place @param whole whether lower outputs exist; else they are zeros */
// @ts-ignore: decorator
@inline
function putVector(sums: usize, factor: v128, out: usize, add: bool, whole: bool): void {
  const m10 = v128.load(sums, 4 * POSITION);
  const m11 = v128.load(sums, 5 * POSITION);
  const m12 = v128.load(sums, 6 * POSITION);
  const m13 = v128.load(sums, 7 * POSITION);
  const m20 = v128.load(sums, 8 * POSITION);
  const m21 = v128.load(sums, 9 * POSITION);
  const m22 = v128.load(sums, 10 * POSITION);
  const m23 = v128.load(sums, 11 * POSITION);
  const above0 = i32x4.add(v128.load(sums), i32x4.add(m10, m20));
  const above1 = i32x4.add(v128.load(sums, POSITION), i32x4.add(m11, m21));
  const above2 = i32x4.add(v128.load(sums, 2 * POSITION), i32x4.add(m12, m22));
  const above3 = i32x4.add(v128.load(sums, 3 * POSITION), i32x4.add(m13, m23));
  putTerm(i32x4.add(above0, i32x4.add(above1, above2)), factor, out, add);
  putTerm(i32x4.sub(above1, i32x4.add(above2, above3)), factor, out + 16, add);
  if (!whole) {
    if (add) return;
    v128.store(out, i32x4.splat(0), 32);
    v128.store(out, i32x4.splat(0), 48);
    return;
  }
  const below0 = i32x4.sub(i32x4.sub(m10, m20), v128.load(sums, 12 * POSITION));
  const below1 = i32x4.sub(i32x4.sub(m11, m21), v128.load(sums, 13 * POSITION));
  const below2 = i32x4.sub(i32x4.sub(m12, m22), v128.load(sums, 14 * POSITION));
  const below3 = i32x4.sub(i32x4.sub(m13, m23), v128.load(sums, 15 * POSITION));
  putTerm(i32x4.add(below0, i32x4.add(below1, below2)), factor, out + 32, add);
  putTerm(i32x4.sub(below1, i32x4.add(below2, below3)), factor, out + 48, add);
}

/** The terms of a tile: stored, or added to what is there. @param f [row] @param whole of `multiplySquares`; of a vector without columns it is anything */
// @ts-ignore: decorator
@inline
export function putSquares(sums: usize, f: usize, out: usize, add: bool, whole: i32): void {
  for (const end = f + 16; f < end; f += 4) {
    const factor = v128.load32_splat(f);
    putVector(sums, factor, out, add, whole > 0);
    putVector(sums + 16, factor, out + 64, add, whole > 1);
    sums += 32;
    out += SQUARES_ROW;
  }
}
