/**
 * 3x3 kernels on squares of 2x2 outputs: Winograd's F(2x2, 3x3), 16 products of transformed integers instead of 36. All of it is exact: the sums are four times
 * the groups', and wrap around as the accumulator does on the way, never at the end.
 */
import { PITCH, POSITIONS } from './squares';

/** Bytes from a pair of groups to the next: in a panel, and in rows. */
const V: usize = POSITIONS * PITCH;
const S: usize = POSITIONS * 16;

/**
 * A row of positions of some pairs for two rows of X: products, and A^T along it. Half a row is done at a time, and each pair in a block of its own, so that no more is
 * loaded ahead than stays in registers. @param pairs 1, 2 or 4 @param sums [row][2] vectors: left and right
 */
// @ts-ignore: decorator
@inline
function multiplyRow(v: usize, s: usize, pairs: i32, sums: usize): void {
  let v0 = v128.load(v);
  let v1 = v128.load(v, PITCH);
  let a0 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s));
  let a1 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 16));
  let b0 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 4));
  let b1 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 20));
  if (pairs > 1) {
    v0 = v128.load(v, V);
    v1 = v128.load(v, V + PITCH);
    a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, S)));
    a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, S + 16)));
    b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, S + 4)));
    b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, S + 20)));
    if (pairs > 2) {
      v0 = v128.load(v, 2 * V);
      v1 = v128.load(v, 2 * V + PITCH);
      a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 2 * S)));
      a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 2 * S + 16)));
      b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 2 * S + 4)));
      b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 2 * S + 20)));
      if (pairs > 3) {
        v0 = v128.load(v, 3 * V);
        v1 = v128.load(v, 3 * V + PITCH);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 3 * S)));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 3 * S + 16)));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 3 * S + 4)));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 3 * S + 20)));
      }
    }
  }
  const left = i32x4.add(a0, a1);
  const leftBelow = i32x4.add(b0, b1);
  v0 = v128.load(v, 2 * PITCH);
  v1 = v128.load(v, 3 * PITCH);
  let a2 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 32));
  let a3 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 48));
  let b2 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 36));
  let b3 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 52));
  if (pairs > 1) {
    v0 = v128.load(v, V + 2 * PITCH);
    v1 = v128.load(v, V + 3 * PITCH);
    a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, S + 32)));
    a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, S + 48)));
    b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, S + 36)));
    b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, S + 52)));
    if (pairs > 2) {
      v0 = v128.load(v, 2 * V + 2 * PITCH);
      v1 = v128.load(v, 2 * V + 3 * PITCH);
      a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 2 * S + 32)));
      a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 2 * S + 48)));
      b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 2 * S + 36)));
      b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 2 * S + 52)));
      if (pairs > 3) {
        v0 = v128.load(v, 3 * V + 2 * PITCH);
        v1 = v128.load(v, 3 * V + 3 * PITCH);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 3 * S + 32)));
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 3 * S + 48)));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 3 * S + 36)));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 3 * S + 52)));
      }
    }
  }
  v128.store(sums, i32x4.add(left, a2));
  v128.store(sums, i32x4.sub(a1, i32x4.add(a2, a3)), 16);
  v128.store(sums, i32x4.add(leftBelow, b2), 32);
  v128.store(sums, i32x4.sub(b1, i32x4.add(b2, b3)), 48);
}

/** The rows of positions of some pairs of groups in one sum. @param sums [4][row][2] vectors */
// @ts-ignore: decorator
@inline
export function multiplySquares(v: usize, s: usize, pairs: i32, sums: usize): void {
  const end = sums + 256;
  for (let at = sums; at < end; at += 64) {
    multiplyRow(v, s, pairs, at);
    v += 4 * PITCH;
    s += 64;
  }
}

// @ts-ignore: decorator
@inline
function putTerm(sums: v128, factor: v128, out: usize, add: bool): void {
  const term = f32x4.mul(f32x4.convert_i32x4_s(sums), factor);
  v128.store(out, add ? f32x4.add(v128.load(out), term) : term);
}

/** A^T down the rows, and the terms of the four outputs of each square. @param sums [4] times 64 bytes */
// @ts-ignore: decorator
@inline
function putRow(sums: usize, f: usize, out: usize, add: bool): void {
  const factor = v128.load32_splat(f);
  const left0 = v128.load(sums);
  const left1 = v128.load(sums, 64);
  const left2 = v128.load(sums, 128);
  const left3 = v128.load(sums, 192);
  const right0 = v128.load(sums, 16);
  const right1 = v128.load(sums, 80);
  const right2 = v128.load(sums, 144);
  const right3 = v128.load(sums, 208);
  putTerm(i32x4.add(left0, i32x4.add(left1, left2)), factor, out, add);
  putTerm(i32x4.add(right0, i32x4.add(right1, right2)), factor, out + 16, add);
  putTerm(i32x4.sub(left1, i32x4.add(left2, left3)), factor, out + 32, add);
  putTerm(i32x4.sub(right1, i32x4.add(right2, right3)), factor, out + 48, add);
}

/** The terms of two rows: stored, or added to what is there. */
// @ts-ignore: decorator
@inline
export function putSquares(sums: usize, f: usize, out: usize, add: bool): void {
  putRow(sums, f, out, add);
  putRow(sums + 32, f + 4, out + 64, add);
}
