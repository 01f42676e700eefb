/**
 * Chunks of fewer than sixteen groups by Winograd's F(2, 3): two neighbouring outputs of a row at once, of lines of seven taps in ten products instead of fourteen.
 * All of it is exact: the sums are twice the groups', and wrap around as the accumulator does on the way, never at the end.
 */
import { innerWords, outerWords } from './lines-pack';
import { ROW_TILE, sumTile, Then, TILE } from './sums';
import { addTile } from './tree';

const POSITIONS = 4;
/** Bytes of a node: 8 columns are 16 outputs, two tiles. */
const NODE: usize = 2 * TILE;

// @ts-ignore: decorator
@inline
function putTerm(term: v128, out: usize, add: bool): void {
  v128.store(out, add ? f32x4.add(v128.load(out), term) : term);
}

/** The terms of four columns of a row. @param sums of position 0 */
// @ts-ignore: decorator
@inline
function putColumns(sums: usize, factor: v128, out: usize, add: bool): void {
  const m1 = v128.load(sums, TILE);
  const m2 = v128.load(sums, 2 * TILE);
  const left = f32x4.mul(f32x4.convert_i32x4_s(i32x4.add(v128.load(sums), i32x4.add(m1, m2))), factor);
  const right = f32x4.mul(f32x4.convert_i32x4_s(i32x4.sub(i32x4.sub(m1, m2), v128.load(sums, 3 * TILE))), factor);
  putTerm(i32x4.shuffle(left, right, 0, 4, 1, 5), out, add);
  putTerm(i32x4.shuffle(left, right, 2, 6, 3, 7), out + 16, add);
}

/** A group's terms: stored, or added to what is there. @param outer, inner words of positions 0 and 3, and of 1 and 2 @param f [row] */
// @ts-ignore: decorator
@inline
function putGroup(v: usize, pitch: usize, s: usize, outer: i32, inner: i32, f: usize, sums: usize, out: usize, add: bool): void {
  for (let position = 0; position < POSITIONS; position++) {
    const words = position == 0 || position == POSITIONS - 1 ? outer : inner;
    sumTile(v, pitch, s, words, 0, sums + <usize>position * TILE, Then.Store);
    v += <usize>words * pitch;
    s += <usize>words << 4;
  }
  for (const end = f + 16; f < end; f += 4) {
    const factor = v128.load32_splat(f);
    putColumns(sums, factor, out, add);
    putColumns(sums + 16, factor, out + TILE, add);
    sums += ROW_TILE;
    out += ROW_TILE;
  }
}

// @ts-ignore: decorator
@inline
function addNode(to: usize, right: usize): void {
  addTile(to, right);
  addTile(to + TILE, right + TILE);
}

/**
 * Equal to `fewerChunk` on the groups as they were.
 * @param v panel [group][position][word][column] @param s [block][group][position][word][4] @param f [block][group][4], in the places of sixteen groups, of half the terms
 * @param sums of 512 bytes @param nodes room for 5 nodes of two tiles @param run [block][tile], two for 8 columns @param tiles of 8 columns
 */
export function linesChunk(v: usize, pitch: usize, s: usize, sBlock: usize, lines: i32, groups: i32, f: usize, sums: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  const outer = outerWords(lines);
  const inner = innerWords(lines);
  const words = <usize>(2 * (outer + inner));
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      let fa = f;
      let top = nodes;
      for (let group = 1; group <= groups; group++) {
        let ended = ctz(group);
        if (ended == 0) {
          putGroup(va, pitch, sa, outer, inner, fa, sums, top, false);
          top += NODE;
        } else {
          putGroup(va, pitch, sa, outer, inner, fa, sums, top - NODE, true);
        }
        for (; ended > 1; ended--) {
          top -= NODE;
          addNode(top - NODE, top);
        }
        va += words * pitch;
        sa += words << 4;
        fa += 16;
      }
      for (top -= NODE; top > nodes; top -= NODE) addNode(top - NODE, top);
      addNode(run, nodes);
      run += NODE;
    }
    s += sBlock;
    f += 256;
  }
}
