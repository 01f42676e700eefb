/** Panels of squares: Y's part of Winograd's F(2x2, 3x3), B^T d B. */
import { PITCH, POSITIONS } from './squares';

/** Of two groups, eight elements of a row each: those at even places side by side, and those at odd ones. */
// @ts-ignore: decorator
@inline
function even(a: v128, b: v128): v128 {
  return v128.or(v128.and(a, i32x4.splat(0xffff)), i32x4.shl(b, 16));
}

// @ts-ignore: decorator
@inline
function odd(a: v128, b: v128): v128 {
  return v128.or(i32x4.shr_u(a, 16), v128.and(b, i32x4.splat(0xffff_0000)));
}

/** A row of four squares: B^T along it. @param to [4] vectors */
// @ts-ignore: decorator
@inline
function transformRow(a: usize, b: usize, to: usize): void {
  const firstA = v128.load(a);
  const firstB = v128.load(b);
  const nextA = v128.load(a, 4);
  const nextB = v128.load(b, 4);
  const d0 = even(firstA, firstB);
  const d1 = odd(firstA, firstB);
  const d2 = even(nextA, nextB);
  const d3 = odd(nextA, nextB);
  v128.store(to, i16x8.sub(d0, d2));
  v128.store(to, i16x8.add(d1, d2), 16);
  v128.store(to, i16x8.sub(d2, d1), 32);
  v128.store(to, i16x8.sub(d1, d3), 48);
}

/**
 * The panel of some pairs of groups: for each of 16 positions the transformed elements of both groups in each column, a square.
 * @param plane where the first pair's source begins, `planeStep` bytes before the next pair's and `groupStep` before its second group's
 * @param runs [run][2]: squares that follow each other, and the base of the first, in bytes @param rows of 256 bytes for itself
 * @param to [pair][16][columns], 56 columns at most
 */
export function packSquares(plane: usize, planeStep: usize, groupStep: usize, pairs: i32, rowBytes: usize, runs: usize, runCount: i32, rows: usize, to: usize): void {
  for (let pair = 0; pair < pairs; pair++) {
    let at = to;
    for (let run = 0; run < runCount; run++) {
      const count = load<i32>(runs + <usize>run * 8);
      const base = plane + <usize>load<u32>(runs + <usize>run * 8, 4);
      for (let done = 0; done < count; done += 4) {
        let from = base + (<usize>done << 2);
        for (let i: usize = 0; i < 256; i += 64) {
          transformRow(from, from + groupStep, rows + i);
          from += rowBytes;
        }
        let out = at + (<usize>done << 2);
        for (let j: usize = 0; j < 64; j += 16) {
          const d0 = v128.load(rows + j);
          const d1 = v128.load(rows + j, 64);
          const d2 = v128.load(rows + j, 128);
          const d3 = v128.load(rows + j, 192);
          v128.store(out, i16x8.sub(d0, d2));
          v128.store(out, i16x8.add(d1, d2), 4 * PITCH);
          v128.store(out, i16x8.sub(d2, d1), 8 * PITCH);
          v128.store(out, i16x8.sub(d1, d3), 12 * PITCH);
          out += PITCH;
        }
      }
      at += <usize>count << 2;
    }
    plane += planeStep;
    to += POSITIONS * PITCH;
  }
}

/** The squares of four elements from each even place on, as far as those lie in a row. */
// @ts-ignore: decorator
@inline
function squaresOfFour(at: usize): v128 {
  const first = v128.load(at);
  const next = v128.load(at, 4);
  return i32x4.add(i32x4.dot_i16x8_s(first, first), i32x4.dot_i16x8_s(next, next));
}

// @ts-ignore: decorator
@inline
function largestWindow(plane: usize, rowBytes: usize, rows: i32, columns: i32): i32 {
  let largest = i32x4.splat(0);
  for (const end = plane + (<usize>columns << 1); plane < end; plane += 16) {
    let at = plane + rowBytes;
    let above = squaresOfFour(plane);
    let middle = squaresOfFour(at);
    for (let row = 2; row < rows; row++) {
      at += rowBytes;
      const below = squaresOfFour(at);
      largest = i32x4.max_s(largest, i32x4.add(i32x4.add(above, middle), below));
      above = middle;
      middle = below;
    }
  }
  const two = i32x4.max_s(largest, i32x4.shuffle(largest, largest, 2, 3, 0, 1));
  return max(i32x4.extract_lane(two, 0), i32x4.extract_lane(two, 1));
}

/**
 * A bound of the sum of squares of any 3x3 elements of a plane, plane after plane: the largest one of 3x4 from an even place on.
 * @param plane whose elements are at most 2^13 @param rows, columns of it, at least 3; ten more elements are read behind the last one @param to [plane] 32-bit integers
 */
export function largestWindows(plane: usize, rowBytes: usize, rows: i32, columns: i32, planes: i32, to: usize): void {
  for (; planes > 0; planes--) {
    store<i32>(to, largestWindow(plane, rowBytes, rows, columns));
    plane += <usize>rows * rowBytes;
    to += 4;
  }
}
