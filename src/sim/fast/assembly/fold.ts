/**
 * Neighbouring groups folded into one: with their scales brought to multiples of one power of two, small enough for 16 bits, the terms that the tree adds
 * are one integer sum, which is rounded once. Pairs whose scales lie too far apart stay two groups, each with a zero beside its weights.
 */
import { layIntegers, ofFirst, ofSecond, sumMagnitudes } from './fold-elements';
import { boundOf, layFactors, layNodes, multipliersOf, notePair, SCALES_BYTES, scalesOfRows, Y_NODES_BYTES } from './fold-scales';
import { boundSquares, putWord, transform } from './squares-weights';

/** Groups of a chunk, in pairs. */
const PAIRS = 8;
/** Bytes that squares need for their columns, and others for their sums. */
const COLUMNS_BYTES: usize = 192;
/** Elements of smaller magnitudes have norms. */
const NARROW = 128;

/** The elements of all pairs of a chunk as integers, and what is known of them. @param words [pair][tap][row][2] */
// @ts-ignore: decorator
@inline
function layElements(
  codes: usize, rowStep: usize, groupStep: usize, scaleCodes: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, rows: i32, E: i32, M: i32,
  table: usize, yNodes: usize, largest: i32, squares: bool, bounds: usize, scales: usize, words: usize,
): void {
  const zero = i32x4.splat(0);
  const narrow = largest < NARROW;
  for (let pair = 0; pair < PAIRS; pair++) {
    if (2 * pair >= groups) {
      notePair(scales, pair, zero, zero, zero, zero, zero, zero);
      continue;
    }
    const alone = 2 * pair + 1 == groups;
    layIntegers(codes, alone ? codes : codes + groupStep, rowStep, rows, taps, E, M, words);
    let first = scalesOfRows(table, scaleCodes, scaleRowStep, rows);
    let second = alone ? zero : scalesOfRows(table, scaleCodes + scaleGroupStep, scaleRowStep, rows);
    if (squares) {
      boundSquares(words, bounds);
      const bound = v128.load(bounds);
      const firstSums = ofFirst(v128.load(bounds, 16));
      const secondSums = ofSecond(v128.load(bounds, 16));
      const norms = yNodes + (pair << 3);
      const firstBound = boundOf(firstSums, v128.load(bounds, 32), narrow, norms);
      const secondBound = boundOf(secondSums, v128.load(bounds, 48), narrow, norms + 4);
      first = v128.and(first, i32x4.ne(firstSums, zero));
      second = v128.and(second, i32x4.ne(secondSums, zero));
      notePair(scales, pair, first, second, ofFirst(bound), ofSecond(bound), firstBound, secondBound);
    } else {
      sumMagnitudes(words, taps, bounds);
      const bound = i32x4.splat(largest);
      const firstSums = v128.load(bounds);
      const secondSums = v128.load(bounds, 16);
      first = v128.and(first, i32x4.ne(firstSums, zero));
      second = v128.and(second, i32x4.ne(secondSums, zero));
      notePair(scales, pair, first, second, bound, bound, f32x4.convert_i32x4_s(firstSums), f32x4.convert_i32x4_s(secondSums));
    }
    codes += 2 * groupStep;
    scaleCodes += 2 * scaleGroupStep;
    words += <usize>taps << 4;
  }
}

/** A pair's words times their multipliers. */
// @ts-ignore: decorator
@inline
function layPair(words: usize, taps: i32, multipliers: v128, squares: bool, flip: bool, columns: usize, to: usize, folded: bool): void {
  if (squares) {
    transform(words, multipliers, flip, columns, to, folded);
    return;
  }
  const bytes = <usize>taps << 4;
  for (let at: usize = 0; at < bytes; at += 16) putWord(i16x8.mul(v128.load(words + at), multipliers), to + at, bytes, folded);
}

/** Lays the pairs of a chunk one after the other. */
// @ts-ignore: decorator
@inline
function layPairs(words: usize, taps: i32, groups: i32, squares: bool, flip: bool, columns: usize, scales: usize, to: usize, factors: usize, levels: usize): void {
  const bytes = <usize>(squares ? 16 : taps) << 4;
  for (let pair = 0; pair < PAIRS; pair++) {
    const folded = load<u8>(levels + pair) != 0;
    const multipliers = multipliersOf(scales, pair, folded);
    if (2 * pair >= groups) memory.fill(to, 0, folded ? bytes : 2 * bytes);
    else if (folded) layPair(words, taps, multipliers, squares, flip, columns, to, true);
    else layPair(words, taps, multipliers, squares, flip, columns, to, false);
    layFactors(scales, pair, folded, factors);
    words += <usize>taps << 4;
    to += folded ? bytes : 2 * bytes;
    factors += 32;
  }
}

/**
 * X, or a part of it, in blocks of four rows and chunks of sixteen groups, as scaled integers in pairs of groups.
 * @param codes where the first row's first plane begins, `rowStep` and `groupStep` bytes before those of the next row or group @param scaleCodes the same of scale codes
 * @param groups, rows of the part @param table of scales, [code] binary32 @param yNodes [chunk] what is known of Y's groups @param largest magnitude of elements
 * @param most, exact those of `layNodes` @param squares transforms 3x3 taps, which go backwards where `flip` @param scratch of 1088 bytes and 128 for each tap
 * @param to [chunk][block], of `blockBytes` each: [pair][tap][4], a pair that is not folded twice as much @param factors [chunk][block][group][4] binary32
 * @param levels [chunk][block][pair] those of `layNodes` @param blocks of all of X
 */
export function foldRows(
  codes: usize, rowStep: usize, groupStep: usize, scaleCodes: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, rows: i32, E: i32, M: i32,
  table: usize, yNodes: usize, largest: i32, most: f32, exact: f32, squares: bool, flip: bool, scratch: usize, to: usize, blockBytes: usize, factors: usize, levels: usize, blocks: i32,
): void {
  const columns = scratch + SCALES_BYTES;
  const words = columns + COLUMNS_BYTES;
  for (let chunk = 0; chunk * 2 * PAIRS < groups; chunk++) {
    const group = 2 * PAIRS * chunk;
    for (let row = 0; row < rows; row += 4) {
      const index = <usize>(chunk * blocks + (row >> 2));
      layElements(
        codes + <usize>row * rowStep + <usize>group * groupStep, rowStep, groupStep,
        scaleCodes + <usize>row * scaleRowStep + <usize>group * scaleGroupStep, scaleRowStep, scaleGroupStep, taps, groups - group, min(rows - row, 4), E, M,
        table, yNodes + Y_NODES_BYTES * chunk, largest, squares, columns, scratch, words,
      );
      layNodes(scratch, yNodes + Y_NODES_BYTES * chunk, most, exact, levels + index * PAIRS);
      layPairs(words, taps, groups - group, squares, flip, columns, scratch, to + index * blockBytes, factors + index * 256, levels + index * PAIRS);
    }
  }
}

/** Integers times a small one, in place. */
export function scaleIntegers(at: usize, count: i32, factor: i32): void {
  const factors = i16x8.splat(<i16>factor);
  const end = at + <usize>count * 2;
  for (; at + 16 <= end; at += 16) v128.store(at, i16x8.mul(v128.load(at), factors));
  for (; at < end; at += 2) store<i16>(at, <i16>(<i32>load<i16>(at) * factor));
}
