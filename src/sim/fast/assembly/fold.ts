/**
 * Neighbouring groups folded into one: with their scales brought to multiples of one power of two, small enough for 16 bits, the terms that the tree adds
 * are one integer sum, which is rounded once. Pairs whose scales lie too far apart keep them.
 */
import { layIntegers, ofFirst, ofSecond, sumMagnitudes } from './fold-elements';
import { layFactors, layStored, multipliersOf, notePair, NOTES_BYTES, SCALES_BYTES, scalesOfRows } from './fold-scales';
import { boundSquares, transform } from './squares-weights';

/** Groups of a chunk, in pairs. */
const PAIRS = 8;
/** Bytes that squares need for their columns, and others for their sums. */
const COLUMNS_BYTES: usize = 192;

/** What a sum of products of a group is at most, over what Y's are: the sum of X's magnitudes, or by the Cauchy-Schwarz inequality the norm. */
// @ts-ignore: decorator
@inline
function boundOf(sums: v128, squares: v128, norms: bool): v128 {
  return norms ? f32x4.sqrt(f32x4.convert_i32x4_s(squares)) : f32x4.convert_i32x4_s(sums);
}

/** The largest magnitude of elements, or half of what a sum of them is, so that sums with Y's largest elements fit 32 bits. */
// @ts-ignore: decorator
@inline
function largestOf(largest: i32, sums: v128): v128 {
  return i32x4.max_s(i32x4.splat(largest), i32x4.shr_u(i32x4.add(sums, i32x4.splat(1)), 1));
}

/** The elements of all pairs of a chunk as integers, and what is known of them. @param words [pair][tap][row][2] */
// @ts-ignore: decorator
@inline
function layElements(
  codes: usize, rowStep: usize, groupStep: usize, scaleCodes: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, rows: i32, E: i32, M: i32,
  table: usize, largest: i32, norms: bool, squares: bool, bounds: usize, scales: usize, notes: usize, words: usize,
): void {
  const zero = i32x4.splat(0);
  for (let pair = 0; pair < PAIRS; pair++) {
    if (2 * pair >= groups) {
      notePair(scales, notes, pair, zero, zero, zero, zero, zero, zero);
      continue;
    }
    const alone = 2 * pair + 1 == groups;
    layIntegers(codes, alone ? codes : codes + groupStep, rowStep, rows, taps, E, M, words);
    const first = scalesOfRows(table, scaleCodes, scaleRowStep, rows);
    const second = alone ? zero : scalesOfRows(table, scaleCodes + scaleGroupStep, scaleRowStep, rows);
    if (squares) {
      boundSquares(words, bounds);
      const transformed = v128.load(bounds);
      const firstSums = ofFirst(v128.load(bounds, 16));
      const secondSums = ofSecond(v128.load(bounds, 16));
      notePair(
        scales, notes, pair, v128.and(first, i32x4.ne(firstSums, zero)), v128.and(second, i32x4.ne(secondSums, zero)), ofFirst(transformed), ofSecond(transformed),
        boundOf(firstSums, v128.load(bounds, 32), norms), boundOf(secondSums, v128.load(bounds, 48), norms),
      );
    } else {
      sumMagnitudes(words, taps, bounds);
      const firstSums = v128.load(bounds);
      const secondSums = v128.load(bounds, 16);
      notePair(
        scales, notes, pair, v128.and(first, i32x4.ne(firstSums, zero)), v128.and(second, i32x4.ne(secondSums, zero)), largestOf(largest, firstSums), largestOf(largest, secondSums),
        f32x4.convert_i32x4_s(firstSums), f32x4.convert_i32x4_s(secondSums),
      );
    }
    codes += 2 * groupStep;
    scaleCodes += 2 * scaleGroupStep;
    words += <usize>taps << 4;
  }
}

/** Lays the pairs of a chunk one after the other: their words times their multipliers. */
// @ts-ignore: decorator
@inline
function layPairs(words: usize, taps: i32, groups: i32, squares: bool, flip: bool, columns: usize, scales: usize, notes: usize, to: usize, factors: usize): void {
  const step = <usize>taps << 4;
  const bytes = squares ? <usize>256 : step;
  for (let pair = 0; pair < PAIRS; pair++) {
    const multipliers = multipliersOf(scales, notes, pair);
    if (2 * pair >= groups) memory.fill(to, 0, bytes);
    else if (squares) transform(words, multipliers, flip, columns, to);
    else for (let at: usize = 0; at < step; at += 16) v128.store(to + at, i16x8.mul(v128.load(words + at), multipliers));
    layFactors(scales, notes, pair, factors);
    words += step;
    to += bytes;
    factors += 32;
  }
}

/**
 * X, or a part of it, in blocks of four rows and chunks of sixteen groups, as scaled integers in pairs of groups.
 * @param codes where the first row's first plane begins, `rowStep` and `groupStep` bytes before those of the next row or group @param scaleCodes the same of scale codes
 * @param groups, rows of the part @param table of scales, [code] binary32 @param largest magnitude of elements, below 2^7 where bounds are `norms`
 * @param squares transforms 3x3 taps, which go backwards where `flip` @param scratch of 704 bytes and 128 for each tap
 * @param to [chunk][block], of `blockBytes` each: [pair][tap][4] words @param factors [chunk][block][group][4] binary32 @param notes [chunk][block] what `layLevels` has to know
 * @param blocks of all of X
 */
export function foldRows(
  codes: usize, rowStep: usize, groupStep: usize, scaleCodes: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, rows: i32, E: i32, M: i32,
  table: usize, largest: i32, norms: bool, squares: bool, flip: bool, scratch: usize, to: usize, blockBytes: usize, factors: usize, notes: usize, blocks: i32,
): void {
  const columns = scratch + SCALES_BYTES;
  const words = columns + COLUMNS_BYTES;
  for (let chunk = 0; chunk * 2 * PAIRS < groups; chunk++) {
    const group = 2 * PAIRS * chunk;
    for (let row = 0; row < rows; row += 4) {
      const index = <usize>(chunk * blocks + (row >> 2));
      const own = notes + index * NOTES_BYTES;
      layElements(
        codes + <usize>row * rowStep + <usize>group * groupStep, rowStep, groupStep,
        scaleCodes + <usize>row * scaleRowStep + <usize>group * scaleGroupStep, scaleRowStep, scaleGroupStep, taps, groups - group, min(rows - row, 4), E, M,
        table, largest, norms, squares, columns, scratch, own, words,
      );
      layStored(scratch, own);
      layPairs(words, taps, groups - group, squares, flip, columns, scratch, own, to + index * blockBytes, factors + index * 256);
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
