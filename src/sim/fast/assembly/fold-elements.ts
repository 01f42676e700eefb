/** The elements of two neighbouring groups side by side, for four rows: [tap][row][2] 16-bit integers, and how large they are. */
import { decoded, Decoding, decodingOf, hiddenBit, magnitudeMask } from './pack';

/** Integers of <2,M> elements up to this M are below 2^7: 4 x (2^(M+1) - 1). */
const MOST_NARROW_MANTISSA = 4;

/** The codes of two groups, of a tap of four rows: [row][2]. */
// @ts-ignore: decorator
@inline
function gathered(a: usize, b: usize, row1: usize, row2: usize, row3: usize): v128 {
  let codes = v128.load16_lane(a, i16x8.splat(0), 0);
  codes = v128.load16_lane(b, codes, 1);
  codes = v128.load16_lane(a + row1, codes, 2);
  codes = v128.load16_lane(b + row1, codes, 3);
  codes = v128.load16_lane(a + row2, codes, 4);
  codes = v128.load16_lane(b + row2, codes, 5);
  codes = v128.load16_lane(a + row3, codes, 6);
  return v128.load16_lane(b + row3, codes, 7);
}

/** Eight taps of four rows from their vectors of two groups each: a transposition. */
// @ts-ignore: decorator
@inline
function storeTaps(r0: v128, r1: v128, r2: v128, r3: v128, to: usize): void {
  const low01 = i32x4.shuffle(r0, r1, 0, 4, 1, 5);
  const low23 = i32x4.shuffle(r2, r3, 0, 4, 1, 5);
  const high01 = i32x4.shuffle(r0, r1, 2, 6, 3, 7);
  const high23 = i32x4.shuffle(r2, r3, 2, 6, 3, 7);
  v128.store(to, i64x2.shuffle(low01, low23, 0, 2));
  v128.store(to, i64x2.shuffle(low01, low23, 1, 3), 16);
  v128.store(to, i64x2.shuffle(high01, high23, 0, 2), 32);
  v128.store(to, i64x2.shuffle(high01, high23, 1, 3), 48);
}

// @ts-ignore: decorator
@inline
function lowPairs(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11);
}

// @ts-ignore: decorator
@inline
function highPairs(a: v128, b: v128): v128 {
  return i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15);
}

// @ts-ignore: decorator
@inline
function layDecoded(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, E: i32, M: i32, way: Decoding, to: usize): void {
  const magnitudes = magnitudeMask(E, M);
  const hidden = hiddenBit(M);
  const row1 = rows > 1 ? rowStep : 0;
  const row2 = rows > 2 ? 2 * rowStep : 0;
  const row3 = rows > 3 ? 3 * rowStep : 0;
  let tap = 0;
  for (; tap + 8 <= taps; tap += 8) {
    const a0 = decoded(v128.load(a), magnitudes, hidden, M, way);
    const b0 = decoded(v128.load(b), magnitudes, hidden, M, way);
    const a1 = decoded(v128.load(a + row1), magnitudes, hidden, M, way);
    const b1 = decoded(v128.load(b + row1), magnitudes, hidden, M, way);
    const a2 = decoded(v128.load(a + row2), magnitudes, hidden, M, way);
    const b2 = decoded(v128.load(b + row2), magnitudes, hidden, M, way);
    const a3 = decoded(v128.load(a + row3), magnitudes, hidden, M, way);
    const b3 = decoded(v128.load(b + row3), magnitudes, hidden, M, way);
    storeTaps(lowPairs(a0, b0), lowPairs(a1, b1), lowPairs(a2, b2), lowPairs(a3, b3), to);
    storeTaps(highPairs(a0, b0), highPairs(a1, b1), highPairs(a2, b2), highPairs(a3, b3), to + 64);
    a += 16;
    b += 16;
    to += 128;
  }
  for (; tap < taps; tap++) {
    v128.store(to, decoded(gathered(a, b, row1, row2, row3), magnitudes, hidden, M, way));
    a += 2;
    b += 2;
    to += 16;
  }
}

/** The codes of eight taps of two groups in a vector: [tap][2] bytes. */
// @ts-ignore: decorator
@inline
function besides(a: usize, b: usize): v128 {
  return v128.or(v128.load(a), i16x8.shl(v128.load(b), 8));
}

/** The codes of a tap of two groups in two bytes. */
// @ts-ignore: decorator
@inline
function narrowed(a: usize, b: usize): u32 {
  return <u32>load<u16>(a) | (<u32>load<u16>(b) << 8);
}

/** Codes of a byte to integers of a byte. Equal to `decoded` by doubling, in an order in which no number leaves a byte. @param twice, fourTimes the hidden bit */
// @ts-ignore: decorator
@inline
function narrowIntegers(codes: v128, magnitudes: v128, twice: v128, fourTimes: v128): v128 {
  const magnitude = v128.and(codes, magnitudes);
  const once = i8x16.max_s(magnitude, i8x16.add(magnitude, i8x16.sub(magnitude, twice)));
  const integer = i8x16.max_s(once, i8x16.add(once, i8x16.sub(once, fourTimes)));
  const negative = i8x16.gt_s(codes, magnitudes);
  return i8x16.sub(v128.xor(integer, negative), negative);
}

/** Two taps of codes of a byte, [tap][row][2], as integers of 16 bits. */
// @ts-ignore: decorator
@inline
function storeTwoTaps(codes: v128, magnitudes: v128, twice: v128, fourTimes: v128, to: usize): void {
  const integers = narrowIntegers(codes, magnitudes, twice, fourTimes);
  v128.store(to, i16x8.extend_low_i8x16_s(integers));
  v128.store(to, i16x8.extend_high_i8x16_s(integers), 16);
}

/** The same as `layDecoded` where integers and codes are bytes. */
// @ts-ignore: decorator
@inline
function layBytewise(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, M: i32, to: usize): void {
  const hidden: i32 = 1 << M;
  const magnitudes = i8x16.splat(<i8>(4 * hidden - 1));
  const twice = i8x16.splat(<i8>(2 * hidden));
  const fourTimes = i8x16.splat(<i8>(4 * hidden));
  const row1 = rows > 1 ? rowStep : 0;
  const row2 = rows > 2 ? 2 * rowStep : 0;
  const row3 = rows > 3 ? 3 * rowStep : 0;
  let tap = 0;
  for (; tap + 8 <= taps; tap += 8) {
    const r0 = besides(a, b);
    const r1 = besides(a + row1, b + row1);
    const r2 = besides(a + row2, b + row2);
    const r3 = besides(a + row3, b + row3);
    const low01 = lowPairs(r0, r1);
    const low23 = lowPairs(r2, r3);
    storeTwoTaps(i32x4.shuffle(low01, low23, 0, 4, 1, 5), magnitudes, twice, fourTimes, to);
    storeTwoTaps(i32x4.shuffle(low01, low23, 2, 6, 3, 7), magnitudes, twice, fourTimes, to + 32);
    const high01 = highPairs(r0, r1);
    const high23 = highPairs(r2, r3);
    storeTwoTaps(i32x4.shuffle(high01, high23, 0, 4, 1, 5), magnitudes, twice, fourTimes, to + 64);
    storeTwoTaps(i32x4.shuffle(high01, high23, 2, 6, 3, 7), magnitudes, twice, fourTimes, to + 96);
    a += 16;
    b += 16;
    to += 128;
  }
  for (; tap < taps; tap++) {
    const low = narrowed(a, b) | (narrowed(a + row1, b + row1) << 16);
    const high = narrowed(a + row2, b + row2) | (narrowed(a + row3, b + row3) << 16);
    const codes = i64x2.splat(<i64>low | (<i64>high << 32));
    v128.store(to, i16x8.extend_low_i8x16_s(narrowIntegers(codes, magnitudes, twice, fourTimes)));
    a += 2;
    b += 2;
    to += 16;
  }
}

// A function for each, as the compiler folds inlined calls that differ in a constant into one with branches.
function layNarrow(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, M: i32, to: usize): void {
  layBytewise(a, b, rowStep, rows, taps, M, to);
}
function layDoubled(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, E: i32, M: i32, to: usize): void {
  layDecoded(a, b, rowStep, rows, taps, E, M, Decoding.Doubling, to);
}
function layBytes(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, E: i32, M: i32, to: usize): void {
  layDecoded(a, b, rowStep, rows, taps, E, M, Decoding.Bytes, to);
}
function layWords(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, E: i32, M: i32, to: usize): void {
  layDecoded(a, b, rowStep, rows, taps, E, M, Decoding.Words, to);
}

/** The integers of a pair for four rows. Of rows that don't exist it reads the first one. @param a, b the codes of the first row @param rows that exist */
export function layIntegers(a: usize, b: usize, rowStep: usize, rows: i32, taps: i32, E: i32, M: i32, to: usize): void {
  if (E == 2 && M <= MOST_NARROW_MANTISSA) {
    layNarrow(a, b, rowStep, rows, taps, M, to);
    return;
  }
  switch (decodingOf(E, M)) {
    case Decoding.Doubling: layDoubled(a, b, rowStep, rows, taps, E, M, to); break;
    case Decoding.Bytes: layBytes(a, b, rowStep, rows, taps, E, M, to); break;
    default: layWords(a, b, rowStep, rows, taps, E, M, to);
  }
}

/** Of [row][2] magnitudes those of the first group, and of the second. */
// @ts-ignore: decorator
@inline
export function ofFirst(magnitudes: v128): v128 {
  return v128.and(magnitudes, i32x4.splat(0xffff));
}

// @ts-ignore: decorator
@inline
export function ofSecond(magnitudes: v128): v128 {
  return i32x4.shr_u(magnitudes, 16);
}

/** The sums of magnitudes of both groups, four rows each. @param sums [2][row] */
// @ts-ignore: decorator
@inline
export function sumMagnitudes(words: usize, taps: i32, sums: usize): void {
  let first = i32x4.splat(0);
  let second = i32x4.splat(0);
  for (const end = words + ((<usize>taps) << 4); words < end; words += 16) {
    const magnitudes = i16x8.abs(v128.load(words));
    first = i32x4.add(first, ofFirst(magnitudes));
    second = i32x4.add(second, ofSecond(magnitudes));
  }
  v128.store(sums, first);
  v128.store(sums, second, 16);
}
