/**
 * Chunks of 16 groups in folded nodes: integer sums of one, two, four or eight groups, and the tree above them. Nodes are on a stack; the groups that are done tell how
 * many levels end with a node, as the zeros below a binary counter's last one do.
 */
import { PITCH, POSITIONS, SQUARES_TILE } from './squares';
import { multiplySquares, putSquares } from './squares-sums';
import { ROW_TILE, sumTile, Then, TILE } from './sums';
import { addTile } from './tree';

const GROUPS = 16;
const PAIRS: usize = 8;
/** Bytes from the rows of a block to the next one's in factors and levels. */
const FACTORS_OF_BLOCK: usize = 256;
const LEVELS_OF_BLOCK: usize = 8;

/** The words of a pair as those of each group on its own, with zeros in the other's places. @param halves [2][word] */
// @ts-ignore: decorator
@inline
function splitPair(s: usize, bytes: usize, halves: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) {
    const word = v128.load(s + at);
    v128.store(halves + at, v128.and(word, i32x4.splat(0xffff)));
    v128.store(halves + bytes + at, v128.and(word, i32x4.splat(0xffff_0000)));
  }
}

/** The term of a node: stored, or added to the node on its left. @param words of a pair of groups @param pairs in one sum @param vectors, whole those of `multiplySquares` */
// @ts-ignore: decorator
@inline
function putNode(squares: bool, v: usize, pitch: usize, s: usize, words: i32, pairs: i32, f: usize, sums: usize, node: usize, right: bool, vectors: i32, whole: i32): void {
  if (squares) {
    multiplySquares(v, s, pairs, sums, vectors, whole);
    if (right) putSquares(sums, f, node, true, whole);
    else putSquares(sums, f, node, false, whole);
  } else if (right) {
    sumTile(v, pitch, s, words * pairs, f, node, Then.AddTerm);
  } else {
    sumTile(v, pitch, s, words * pairs, f, node, Then.StoreTerm);
  }
}

/** A tile to another. */
// @ts-ignore: decorator
@inline
function addTiles(to: usize, right: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += TILE) addTile(to + at, right + at);
}

/** Adds the sum of a chunk to the running sums of a tile. @param vPair bytes from a pair of groups to the next in the panel */
// @ts-ignore: decorator
@inline
function addTree(squares: bool, v: usize, pitch: usize, vPair: usize, s: usize, words: i32, f: usize, levels: usize, halves: usize, sums: usize, nodes: usize, run: usize, vectors: i32, whole: i32): void {
  const bytes = <usize>words << 4;
  const tile = squares ? SQUARES_TILE : TILE;
  let top = nodes;
  let group = 0;
  do {
    const pair = <usize>(group >> 1);
    const level = <i32>load<u8>(levels + pair);
    const pairs = max((1 << level) >> 1, 1);
    const at = v + pair * vPair;
    let from = s + pair * bytes;
    if (level == 0) {
      if ((group & 1) == 0) splitPair(from, bytes, halves);
      from = halves + <usize>(group & 1) * bytes;
    }
    const factor = f + (<usize>group << 4);
    group += 1 << level;
    let ended = ctz(group) - level;
    if (ended == 0) top += tile;
    putNode(squares, at, pitch, from, words, pairs, factor, sums, top - tile, ended > 0, vectors, whole);
    for (; ended > 1; ended--) {
      top -= tile;
      addTiles(top - tile, top, tile);
    }
  } while (group < GROUPS);
  addTiles(run, nodes, tile);
}

/**
 * Sixteen lanes of a tree in pairs of groups, chunk after chunk. Equal to `fusedChunk` on the groups as they were.
 * @param v panels [chunk][pair][tap][columns] @param s [chunk][block]: [pair][tap][4] @param f [chunk][block][group][4]
 * @param levels [chunk][block][pair] those of `layLevels` @param halves room for two pairs of groups @param nodes room for 4 tiles @param run [block][tile]
 */
export function foldedChunks(v: usize, pitch: usize, s: usize, sBlock: usize, taps: i32, f: usize, levels: usize, halves: usize, nodes: usize, run: usize, tiles: i32, blocks: i32, chunks: i32): void {
  const vPair = <usize>taps * pitch;
  for (let chunk = 0; chunk < chunks; chunk++) {
    let at = run;
    for (let block = 0; block < blocks; block++) {
      for (let tile = 0; tile < tiles; tile++) {
        addTree(false, v + <usize>tile * ROW_TILE, pitch, vPair, s, taps, f, levels, halves, 0, nodes, at, 0, 0);
        at += TILE;
      }
      s += sBlock;
      f += FACTORS_OF_BLOCK;
      levels += LEVELS_OF_BLOCK;
    }
    v += PAIRS * vPair;
  }
}

/**
 * The same for squares.
 * @param v panels [chunk][pair][16][columns] @param s [chunk][block]: [pair][16][4] @param sums of 2048 bytes
 * @param run [block][tile][row][2][left, right above, then below][4] @param vectors of columns @param whole the first of them, whose squares have lower outputs
 */
export function squaresChunks(v: usize, s: usize, sBlock: usize, f: usize, levels: usize, halves: usize, sums: usize, nodes: usize, run: usize, tiles: i32, blocks: i32, chunks: i32, vectors: i32, whole: i32): void {
  const vPair = <usize>POSITIONS * PITCH;
  for (let chunk = 0; chunk < chunks; chunk++) {
    let at = run;
    for (let block = 0; block < blocks; block++) {
      for (let tile = 0; tile < tiles; tile++) {
        addTree(true, v + (<usize>tile << 5), 0, vPair, s, POSITIONS, f, levels, halves, sums, nodes, at, min(2, vectors - 2 * tile), max(0, min(2, whole - 2 * tile)));
        at += SQUARES_TILE;
      }
      s += sBlock;
      f += FACTORS_OF_BLOCK;
      levels += LEVELS_OF_BLOCK;
    }
    v += PAIRS * vPair;
  }
}
