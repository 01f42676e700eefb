/**
 * Both sides of Winograd's F(2, 3) along lines of seven taps, for outputs two apart. Two neighbouring outputs share three of four words of a line: source elements 4j + 2i
 * and 4j + 2i + 1, i = 0..3, for the taps 0, 2, 4 and 1, 3, 5. The seventh tap meets the elements 4j + 6 and 4j + 8; two lines of it are a word.
 *
 * A group's words by position: with what two outputs are made of, m0 + m1 + m2 and m1 - m2 - m3, those of the seventh tap go to m0 and, with the other sign, to m3.
 */

/** Taps of a line. */
const TAPS = 7;

/** Words of the positions 1 and 2: a line each. */
// @ts-ignore: decorator
@inline
export function innerWords(lines: i32): i32 {
  return lines;
}

/** Words of the positions 0 and 3: lines, and pairs of lines. */
// @ts-ignore: decorator
@inline
export function outerWords(lines: i32): i32 {
  return lines + ((lines + 1) >> 1);
}

/** Two neighbouring integers of four rows. @param rows that exist, others are 0 */
// @ts-ignore: decorator
@inline
function wordsOfRows(from: usize, rowStep: usize, rows: i32): v128 {
  let words = v128.load32_zero(from);
  if (rows > 1) words = v128.load32_lane(from + rowStep, words, 1);
  if (rows > 2) words = v128.load32_lane(from + 2 * rowStep, words, 2);
  if (rows > 3) words = v128.load32_lane(from + 3 * rowStep, words, 3);
  return words;
}

/**
 * X's side, doubled: four rows of some groups.
 * @param from integers of the first row and group, [line][7] @param rowStep, groupStep bytes to those of the next row or group @param rows that exist
 * @param to [group][position][word][row][2]
 */
export function packLineRows(from: usize, rowStep: usize, groupStep: usize, lines: i32, groups: i32, rows: i32, to: usize): void {
  const inner = <usize>innerWords(lines) << 4;
  const outer = <usize>outerWords(lines) << 4;
  for (let g = 0; g < groups; g++) {
    const third = to + outer + 2 * inner;
    for (let line = 0; line < lines; line++) {
      const plane = from + <usize>(2 * TAPS * line);
      const at = <usize>line << 4;
      const u0 = wordsOfRows(plane, rowStep, rows);
      const u1 = wordsOfRows(plane + 4, rowStep, rows);
      const u2 = wordsOfRows(plane + 8, rowStep, rows);
      const sum = i16x8.add(u0, u2);
      v128.store(to + at, i16x8.add(u0, u0));
      v128.store(to + outer + at, i16x8.add(sum, u1));
      v128.store(to + outer + inner + at, i16x8.sub(sum, u1));
      v128.store(third + at, i16x8.add(u2, u2));
      if (line & 1) continue;
      // The words of the seventh tap hold what lies behind it as well.
      const seventh = v128.and(wordsOfRows(plane + 12, rowStep, rows), i32x4.splat(0xffff));
      const next = line + 1 < lines ? i32x4.shl(wordsOfRows(plane + 2 * TAPS + 12, rowStep, rows), 16) : i32x4.splat(0);
      const both = v128.or(seventh, next);
      const twice = i16x8.add(both, both);
      const word = inner + (<usize>(line >> 1) << 4);
      v128.store(to + word, twice);
      v128.store(third + word, i16x8.neg(twice));
    }
    to += 2 * (outer + inner);
    from += groupStep;
  }
}

/** Of eight words those at even places. */
// @ts-ignore: decorator
@inline
function evenWords(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 0, 2, 4, 6);
}

// @ts-ignore: decorator
@inline
function oddWords(a: v128, b: v128): v128 {
  return i32x4.shuffle(a, b, 1, 3, 5, 7);
}

/** A line of a run. @param to where the run begins in the line's word of position 0 @param p1, p2, p3 from there to the other positions */
// @ts-ignore: decorator
@inline
function packLine(from: usize, columns: i32, to: usize, p1: usize, p2: usize, p3: usize): void {
  for (let column = 0; column < columns; column += 4) {
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const nextA = v128.load(from, 8);
    const nextB = v128.load(from, 24);
    const d0 = evenWords(a, b);
    const d1 = oddWords(a, b);
    const d2 = evenWords(nextA, nextB);
    const d3 = oddWords(nextA, nextB);
    v128.store(to, i16x8.sub(d0, d2));
    v128.store(to + p1, i16x8.add(d1, d2));
    v128.store(to + p2, i16x8.sub(d2, d1));
    v128.store(to + p3, i16x8.sub(d1, d3));
    from += 32;
    to += 16;
  }
}

/** The seventh tap of two lines of a run. @param lines bytes from the first to the second */
// @ts-ignore: decorator
@inline
function packSeventh(from: usize, lines: usize, columns: i32, to: usize, p3: usize): void {
  const low = i32x4.splat(0xffff);
  for (let column = 0; column < columns; column += 4) {
    const left = oddWords(v128.load(from, 8), v128.load(from, 24));
    const right = evenWords(v128.load(from, 16), v128.load(from, 32));
    const nextLeft = oddWords(v128.load(from + lines, 8), v128.load(from + lines, 24));
    const nextRight = evenWords(v128.load(from + lines, 16), v128.load(from + lines, 32));
    v128.store(to, v128.or(v128.and(left, low), i32x4.shl(nextLeft, 16)));
    v128.store(to + p3, v128.or(v128.and(right, low), i32x4.shl(nextRight, 16)));
    from += 32;
    to += 16;
  }
}

/**
 * The panel of some groups: their words for each column, two neighbouring outputs.
 * @param plane where the first group's source begins, `planeStep` bytes before the next one's @param lineBytes of the source
 * @param runs [run][2]: outputs that follow each other, an even number, and the base of the first, in bytes
 * @param to [group][position][word][column], a word's columns `pitch` bytes from the next word's: room for 3 columns more than there are
 */
export function packLines(plane: usize, planeStep: usize, groups: i32, lineBytes: usize, lines: i32, runs: usize, runCount: i32, to: usize, pitch: usize): void {
  const inner = <usize>innerWords(lines) * pitch;
  const outer = <usize>outerWords(lines) * pitch;
  const p1 = outer;
  const p2 = outer + inner;
  const p3 = outer + 2 * inner;
  for (let g = 0; g < groups; g++) {
    for (let line = 0; line < lines; line++) {
      const source = plane + <usize>line * lineBytes;
      let at = to + <usize>line * pitch;
      // A missing second line is any, times 0.
      let seventh = to + inner + <usize>(line >> 1) * pitch;
      for (let run = 0; run < runCount; run++) {
        const columns = load<i32>(runs + <usize>run * 8) >> 1;
        const from = source + <usize>load<u32>(runs + <usize>run * 8, 4);
        packLine(from, columns, at, p1, p2, p3);
        if (!(line & 1)) packSeventh(from, line + 1 < lines ? lineBytes : 0, columns, seventh, p3);
        at += <usize>columns << 2;
        seventh += <usize>columns << 2;
      }
    }
    plane += planeStep;
    to += 2 * (outer + inner);
  }
}
