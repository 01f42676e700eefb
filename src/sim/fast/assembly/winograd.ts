/**
 * 3x3 kernels on squares of 2x2 outputs: Winograd's F(2x2, 3x3), 16 products of transformed integers instead of 36. All of it is exact: the sums are four times
 * the group's, and wrap around as the accumulator does on the way, never at the end.
 */
import { TILE } from './sums';
import { addNodes, addTile } from './tree';
import { scaled } from './finish';

/** Words of a column's 4x4 positions. */
const POSITIONS = 16;
/** Bytes from a position of a panel to the next: 60 columns and room for the last vector. A constant, so that loads have their distance in the instruction. */
const PITCH: usize = 256;
/** Bytes of a tile: 4 rows of 4 squares. Its rows come in twos, as accumulators of two rows stay in registers. */
const SQUARE_TILE: usize = 2 * TILE;

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
 * @param to [pair][16][columns] @param columns 60 at most
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

/** A row of positions for two rows of X: products, and A^T along it. @param sums [row][2] vectors: left and right */
// @ts-ignore: decorator
@inline
function multiplyRow(v: usize, s: usize, sums: usize): void {
  const v0 = v128.load(v);
  const v1 = v128.load(v, PITCH);
  const v2 = v128.load(v, 2 * PITCH);
  const v3 = v128.load(v, 3 * PITCH);
  const a0 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s));
  const b0 = i32x4.dot_i16x8_s(v0, v128.load32_splat(s, 4));
  const a1 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 16));
  const b1 = i32x4.dot_i16x8_s(v1, v128.load32_splat(s, 20));
  const a2 = i32x4.dot_i16x8_s(v2, v128.load32_splat(s, 32));
  const b2 = i32x4.dot_i16x8_s(v2, v128.load32_splat(s, 36));
  const a3 = i32x4.dot_i16x8_s(v3, v128.load32_splat(s, 48));
  const b3 = i32x4.dot_i16x8_s(v3, v128.load32_splat(s, 52));
  v128.store(sums, i32x4.add(a0, i32x4.add(a1, a2)));
  v128.store(sums, i32x4.sub(a1, i32x4.add(a2, a3)), 16);
  v128.store(sums, i32x4.add(b0, i32x4.add(b1, b2)), 32);
  v128.store(sums, i32x4.sub(b1, i32x4.add(b2, b3)), 48);
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
function putSquares(sums: usize, f: usize, out: usize, add: bool): void {
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

/** The terms of a group, or of two folded ones, for two rows of a tile. */
// @ts-ignore: decorator
@inline
function termsOfTwoRows(v: usize, s: usize, f: usize, sums: usize, out: usize, add: bool): void {
  const end = sums + 256;
  for (let at = sums; at < end; at += 64) {
    multiplyRow(v, s, at);
    v += 4 * PITCH;
    s += 64;
  }
  putSquares(sums, f, out, add);
  putSquares(sums + 32, f + 4, out + 64, add);
}

/** Two groups that are not folded: the first level of the tree. */
function termsOfTwoGroups(v: usize, s: usize, f: usize, sums: usize, out: usize): void {
  termsOfTwoRows(v, s, f, sums, out, false);
  termsOfTwoRows(v, s + 16 * POSITIONS, f + 16, sums, out, true);
}

/**
 * Sixteen lanes of a tree in pairs of groups. Equal to `fusedChunk` on the groups as they were.
 * @param v panel [pair][16][columns] @param s [block]: [pair][16][4], a pair that is not folded twice as much @param f [block][group][4] @param flags [block][pair] whether it is folded
 * @param sums of 256 bytes @param nodes room for 5 times 128 bytes @param run [block][tile][row][left, right above, then below][4]
 */
export function squaresChunk(v: usize, s: usize, sBlock: usize, f: usize, flags: usize, sums: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  const vPair = POSITIONS * PITCH;
  const sGroup = 16 * POSITIONS;
  const spare = nodes + 4 * TILE;
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      for (let half: usize = 0; half < 2; half++) {
        let va = v + (<usize>tile << 4);
        let sa = s + 8 * half;
        let fa = f + 8 * half;
        for (let node: usize = 0; node < 4; node++) {
          const out = nodes + node * TILE;
          if (load<u8>(flags + 2 * node) != 0) {
            termsOfTwoRows(va, sa, fa, sums, out, false);
            sa += sGroup;
          } else {
            termsOfTwoGroups(va, sa, fa, sums, out);
            sa += 2 * sGroup;
          }
          va += vPair;
          if (load<u8>(flags + 2 * node, 1) != 0) {
            termsOfTwoRows(va, sa, fa + 32, sums, out, true);
            sa += sGroup;
          } else {
            termsOfTwoGroups(va, sa, fa + 32, sums, spare);
            addTile(out, spare);
            sa += 2 * sGroup;
          }
          va += vPair;
          fa += 64;
        }
        addNodes(nodes, TILE, run);
        run += TILE;
      }
    }
    s += sBlock;
    f += 256;
    flags += 8;
  }
}

/** Two outputs side by side, or one where the plane ends. */
// @ts-ignore: decorator
@inline
function storeTwo(to: usize, values: v128, upper: bool, narrow: bool): void {
  if (narrow) {
    if (upper) v128.store32_lane(to, values, 2);
    else v128.store32_lane(to, values, 0);
  } else if (upper) {
    v128.store64_lane(to, values, 1);
  } else {
    v128.store64_lane(to, values, 0);
  }
}

/** Whether four squares lie side by side, and none is cut off. */
// @ts-ignore: decorator
@inline
function together(place: usize, count: i32): bool {
  if (count < 4 || load<u32>(place, 24) - load<u32>(place) != 24) return false;
  return (load<u32>(place, 4) | load<u32>(place, 12) | load<u32>(place, 20) | load<u32>(place, 28)) == 0;
}

// @ts-ignore: decorator
@inline
function storeSquares(out: usize, outLine: usize, place: usize, count: i32, above01: v128, above23: v128, below01: v128, below23: v128): void {
  for (let lane = 0; lane < count; lane++) {
    const to = out + <usize>load<u32>(place);
    const edges = load<u32>(place, 4);
    const upper = (lane & 1) == 1;
    storeTwo(to, lane < 2 ? above01 : above23, upper, (edges & 1) != 0);
    if ((edges & 2) == 0) storeTwo(to + outLine, lane < 2 ? below01 : below23, upper, (edges & 1) != 0);
    place += 8;
  }
}

/**
 * Writes the outputs of a panel of squares.
 * @param run [block][tile][row][4][4] @param places [column][2]: bytes from the plane's first output to the square's, and 1 where the square has no right half, 2 where no lower one
 * @param out the first row's plane @param outRow bytes from a plane to the next @param outLine bytes of a line of a plane Other parameters are those of `writeOutputs`.
 */
export function writeSquares(run: usize, tiles: i32, places: usize, out: usize, outRow: usize, outLine: usize, rows: i32, columns: i32, scale: f32, multiply: bool, flush: bool): void {
  const one = f32x4.splat(1);
  const factor = f32x4.splat(scale);
  for (let row = 0; row < rows; row++) {
    let from = run + <usize>((row >> 2) * tiles) * SQUARE_TILE + (<usize>(row & 3) << 6);
    for (let column = 0; column < columns; column += 4) {
      const aboveLeft = scaled(v128.load(from), one, factor, multiply, flush);
      const aboveRight = scaled(v128.load(from, 16), one, factor, multiply, flush);
      const belowLeft = scaled(v128.load(from, 32), one, factor, multiply, flush);
      const belowRight = scaled(v128.load(from, 48), one, factor, multiply, flush);
      const above01 = i32x4.shuffle(aboveLeft, aboveRight, 0, 4, 1, 5);
      const above23 = i32x4.shuffle(aboveLeft, aboveRight, 2, 6, 3, 7);
      const below01 = i32x4.shuffle(belowLeft, belowRight, 0, 4, 1, 5);
      const below23 = i32x4.shuffle(belowLeft, belowRight, 2, 6, 3, 7);
      const place = places + (<usize>column << 3);
      if (together(place, columns - column)) {
        const to = out + <usize>load<u32>(place);
        v128.store(to, above01);
        v128.store(to, above23, 16);
        v128.store(to + outLine, below01);
        v128.store(to + outLine, below23, 16);
      } else {
        storeSquares(out, outLine, place, min(columns - column, 4), above01, above23, below01, below23);
      }
      from += SQUARE_TILE;
    }
    out += outRow;
  }
}
