/** Whole chunks of groups: for all tiles of a panel, by way of integer sums, terms and the tree, or all in one for chunks of 16. */
import { LEAST_SCALED } from './factors';
import { ROW_TILE, sumRow, sumTile, sumTwoRows, Then, TILE } from './sums';
import { addChunk, addChunkOf16, addTile, flushed } from './tree';

/** Sixteen full lanes of a tree. */
// @ts-ignore: decorator
@inline
function chunkOf16(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32, scaled: bool): void {
  const vGroup = <usize>pairs * pitch;
  const sGroup = <usize>pairs * 16;
  for (let block = 0; block < blocks; block++) {
    const all = scaled ? halvesWithTerms(f, 16) : 0;
    // Pairs without any term stay zeros for all tiles.
    if (scaled) memory.fill(nodes, 0, 8 * TILE);
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      let fa = f;
      let out = nodes;
      let halves = all;
      for (let pair = 0; pair < 8; pair++) {
        if (scaled && (halves & BOTH_GROUPS) == 0) {
          va += 2 * vGroup;
          sa += 2 * sGroup;
          fa += 32;
          out += TILE;
          halves >>= 2 * HALVES;
          continue;
        }
        if (scaled) storeScaled(va, pitch, sa, pairs, fa, out, halves);
        else sumTile(va, pitch, sa, pairs, fa, out, Then.StoreTerm);
        va += vGroup;
        sa += sGroup;
        fa += 16;
        if (scaled) addScaled(va, pitch, sa, pairs, fa, out, halves >> HALVES);
        else sumTile(va, pitch, sa, pairs, fa, out, Then.AddTerm);
        va += vGroup;
        sa += sGroup;
        fa += 16;
        out += TILE;
        halves >>= 2 * HALVES;
      }
      addChunkOf16(nodes, TILE, run);
      run += TILE;
    }
    s += sBlock;
    f += 256;
  }
}

/** Fewer lanes (of sixteen it would be a twentieth slower than `chunkOf16`): nodes are on a stack, as in `addTree`. What has no neighbour would be added to +0, which changes nothing but a -0, and that not in the running sum. */
// @ts-ignore: decorator
@inline
function chunkOfFewer(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32, scaled: bool): void {
  for (let block = 0; block < blocks; block++) {
    const all = scaled ? halvesWithTerms(f, groups) : 0;
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      let fa = f;
      let top = nodes;
      let halves = all;
      for (let group = 1; group <= groups; group++) {
        let ended = ctz(group);
        if (ended == 0) {
          if (scaled) storeScaled(va, pitch, sa, pairs, fa, top, halves);
          else sumTile(va, pitch, sa, pairs, fa, top, Then.StoreTerm);
          top += TILE;
        } else {
          if (scaled) addScaled(va, pitch, sa, pairs, fa, top - TILE, halves);
          else sumTile(va, pitch, sa, pairs, fa, top - TILE, Then.AddTerm);
        }
        for (; ended > 1; ended--) {
          top -= TILE;
          addTile(top - TILE, top);
        }
        va += <usize>pairs * pitch;
        sa += <usize>pairs * 16;
        fa += 16;
        halves >>= HALVES;
      }
      for (top -= TILE; top > nodes; top -= TILE) addTile(top - TILE, top);
      addTile(run, nodes);
      run += TILE;
    }
    s += sBlock;
    f += 256;
  }
}

/** Bits of a group: the first and the last two of four rows. */
const HALVES: u32 = 2;
const FIRST_ROWS: u32 = 1;
const LAST_ROWS: u32 = 2;
const BOTH_GROUPS: u32 = 15;
/** Bytes of two rows of a tile. */
const TWO_ROWS: usize = 2 * ROW_TILE;

/**
 * Of up to sixteen groups the halves of four rows in which a term may be other than 0, two bits for each. One that rounds to -0 makes no difference to one of +0: it is added
 * to a running sum that began with +0.
 */
// @ts-ignore: decorator
@inline
function halvesWithTerms(factors: usize, groups: i32): u32 {
  let halves: u32 = 0;
  for (let group = 0; group < groups; group++) {
    const rows = i32x4.bitmask(f32x4.gt(v128.load(factors + (<usize>group << 4)), f32x4.splat(LEAST_SCALED)));
    const own = ((rows & 3) != 0 ? FIRST_ROWS : 0) | ((rows & 12) != 0 ? LAST_ROWS : 0);
    halves |= own << <u32>(2 * group);
  }
  return halves;
}

// @ts-ignore: decorator
@inline
function clearRows(at: usize): void {
  for (const end = at + TWO_ROWS; at < end; at += 16) v128.store(at, i32x4.splat(0));
}

/** A group's scaled terms, of the rows that have any: zeros for others. @param halves of `halvesWithTerms`, this group's first */
// @ts-ignore: decorator
@inline
function storeScaled(v: usize, pitch: usize, s: usize, pairs: i32, f: usize, out: usize, halves: u32): void {
  if ((halves & (FIRST_ROWS | LAST_ROWS)) == (FIRST_ROWS | LAST_ROWS)) {
    sumTile(v, pitch, s, pairs, f, out, Then.StoreScaled);
    return;
  }
  if ((halves & FIRST_ROWS) != 0) sumTwoRows(v, pitch, s, pairs, f, out, Then.StoreScaled);
  else clearRows(out);
  if ((halves & LAST_ROWS) != 0) sumTwoRows(v, pitch, s + 8, pairs, f + 8, out + TWO_ROWS, Then.StoreScaled);
  else clearRows(out + TWO_ROWS);
}

/** The same, added to what is there. */
// @ts-ignore: decorator
@inline
function addScaled(v: usize, pitch: usize, s: usize, pairs: i32, f: usize, out: usize, halves: u32): void {
  if ((halves & (FIRST_ROWS | LAST_ROWS)) == (FIRST_ROWS | LAST_ROWS)) sumTile(v, pitch, s, pairs, f, out, Then.AddScaled);
  else if ((halves & FIRST_ROWS) != 0) sumTwoRows(v, pitch, s, pairs, f, out, Then.AddScaled);
  else if ((halves & LAST_ROWS) != 0) sumTwoRows(v, pitch, s + 8, pairs, f + 8, out + TWO_ROWS, Then.AddScaled);
}

/**
 * Sixteen full lanes of a tree, sums of a group exact in binary32. Equal to `sums`, `terms` and `addChunks`, without storing every term.
 * @param v panel [group][pair][columns] @param s [block][group][pair][4] @param f [block][group][4] @param nodes room for 8 tiles @param run [block][tile]
 */
export function fusedChunk(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  chunkOf16(v, pitch, s, sBlock, pairs, f, nodes, run, tiles, blocks, false);
}

/** The same with terms and running sums that are 2^100 times theirs. Rows are passed over, two by two, whose terms of a group all round to 0. */
export function fusedScaledChunk(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  chunkOf16(v, pitch, s, sBlock, pairs, f, nodes, run, tiles, blocks, true);
}

/** `fusedChunk` for fewer than sixteen groups, whose factors are in the places of sixteen. @param nodes room for 5 tiles */
export function fewerChunk(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  chunkOfFewer(v, pitch, s, sBlock, pairs, groups, f, nodes, run, tiles, blocks, false);
}

/** `fusedScaledChunk` for fewer. */
export function fewerScaledChunk(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, f: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  chunkOfFewer(v, pitch, s, sBlock, pairs, groups, f, nodes, run, tiles, blocks, true);
}

// @ts-ignore: decorator
@inline
function sums(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, f: usize, out: usize, outTile: usize, tiles: i32, blocks: i32, rows: i32, then: Then): void {
  const vGroup = <usize>pairs * pitch;
  const sGroup = <usize>pairs * 4 * rows;
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      let fa = f;
      let to = out;
      for (let g = 0; g < groups; g++) {
        if (rows == 4) sumTile(va, pitch, sa, pairs, fa, to, then);
        else sumRow(va, pitch, sa, pairs, fa, to, then);
        va += vGroup;
        sa += sGroup;
        fa += 4 * rows;
        to += ROW_TILE * rows;
      }
      out += outTile;
    }
    s += sBlock;
    f += 4 * rows * groups;
  }
}

/**
 * The integer sums of some groups, for all tiles.
 * @param out the place of the first group's sums in the terms of the first tile @param outTile bytes from a tile's terms to the next one's @param rows of a block: 1 or 4
 */
export function integerSums(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, out: usize, outTile: usize, tiles: i32, blocks: i32, rows: i32): void {
  if (rows == 4) sums(v, pitch, s, sBlock, pairs, groups, 0, out, outTile, tiles, blocks, 4, Then.Store);
  else sums(v, pitch, s, sBlock, pairs, groups, 0, out, outTile, tiles, blocks, 1, Then.Store);
}

/** The same as terms: times one factor each, exact in binary32. @param f [block][group][rows] */
export function termSums(v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, f: usize, out: usize, outTile: usize, tiles: i32, blocks: i32, rows: i32): void {
  if (rows == 4) sums(v, pitch, s, sBlock, pairs, groups, f, out, outTile, tiles, blocks, 4, Then.StoreTerm);
  else sums(v, pitch, s, sBlock, pairs, groups, f, out, outTile, tiles, blocks, 1, Then.StoreTerm);
}

/** Four sums times two exact factors, rounded once to binary32. @param columns factors of the four columns, binary64 */
// @ts-ignore: decorator
@inline
function wideTerm(sums: v128, row: v128, columns: usize): v128 {
  const upper = i8x16.shuffle(sums, sums, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15);
  const low = f64x2.mul(f64x2.mul(f64x2.convert_low_i32x4_s(sums), row), v128.load(columns));
  const high = f64x2.mul(f64x2.mul(f64x2.convert_low_i32x4_s(upper), row), v128.load(columns, 16));
  return i8x16.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23);
}

// @ts-ignore: decorator
@inline
function wideTerms(at: usize, groups: i32, tiles: i32, blocks: i32, rows: i32, tileBytes: usize, fx: usize, fxBlock: usize, fy: usize, fyTile: usize, flush: bool): void {
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      let to = at;
      let row = fx;
      let columns = fy + <usize>tile * fyTile;
      for (let g = 0; g < groups; g++) {
        for (let r = 0; r < rows; r++) {
          const factor = v128.load64_splat(row);
          v128.store(to, flushed(wideTerm(v128.load(to), factor, columns), flush));
          v128.store(to, flushed(wideTerm(v128.load(to, 16), factor, columns + 32), flush), 16);
          to += ROW_TILE;
          row += 8;
        }
        columns += 64;
      }
      at += tileBytes;
    }
    fx += fxBlock;
  }
}

/**
 * Integer sums to terms, in place: times a factor of the row and one of the column, both exact, in binary64.
 * @param at terms [block][tile][group][rows][8], of `tileBytes` a tile @param fx [block][group][rows] doubles, `fxBlock` bytes a block @param fy [tile][group][8] doubles
 */
export function terms(at: usize, groups: i32, tiles: i32, blocks: i32, rows: i32, tileBytes: usize, fx: usize, fxBlock: usize, fy: usize, fyTile: usize, flush: bool): void {
  if (flush) wideTerms(at, groups, tiles, blocks, rows, tileBytes, fx, fxBlock, fy, fyTile, true);
  else wideTerms(at, groups, tiles, blocks, rows, tileBytes, fx, fxBlock, fy, fyTile, false);
}

/** Adds the chunk's sums to the running sums of all tiles. @param at terms [block][tile][group][rows][8] @param count groups of the chunk @param width T */
export function addChunks(at: usize, tileBytes: usize, count: i32, width: i32, run: usize, tiles: i32, blocks: i32, rows: i32, flush: bool): void {
  const size = ROW_TILE * rows;
  for (let i = 0; i < tiles * blocks; i++) {
    addChunk(at, size, count, width, run, flush);
    at += tileBytes;
    run += size;
  }
}
