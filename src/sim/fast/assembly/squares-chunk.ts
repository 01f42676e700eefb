/**
 * 3x3 kernels on squares of 2x2 outputs: Winograd's F(2x2, 3x3), 16 products of transformed integers instead of 36. All of it is exact: the sums are four times
 * the group's, and wrap around as the accumulator does on the way, never at the end.
 */
import { PITCH, POSITIONS } from './squares';
import { TILE } from './sums';
import { addNodes, addTile } from './tree';

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
