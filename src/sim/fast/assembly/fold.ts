/**
 * Two neighbouring groups folded into one: with both scales brought to multiples of one power of two, small enough for 16 bits, the two terms that the tree adds
 * first are one integer sum, which is rounded once. Pairs whose scales lie too far apart stay two groups, each with a zero beside its weights.
 */
import { decoded, hiddenBit, magnitudeMask } from './pack';

/** Groups of a chunk, in pairs. */
const PAIRS = 8;
/** The exponent in a table of scales that no scale has: that of groups of zeros. */
const NO_EXPONENT: i32 = 1 << 20;

/** The scales of a group for four rows, as in the table: (exponent << 2) | odd factor, 1, 3 or 0. */
// @ts-ignore: decorator
@inline
function scalesOfRows(table: usize, scales: usize, rowStep: usize, valid: i32): v128 {
  let words = i32x4.splat(NO_EXPONENT << 2);
  words = v128.load32_lane(table + (<usize>load<u16>(scales) << 2), words, 0);
  if (valid > 1) words = v128.load32_lane(table + (<usize>load<u16>(scales + rowStep) << 2), words, 1);
  if (valid > 2) words = v128.load32_lane(table + (<usize>load<u16>(scales + 2 * rowStep) << 2), words, 2);
  if (valid > 3) words = v128.load32_lane(table + (<usize>load<u16>(scales + 3 * rowStep) << 2), words, 3);
  return words;
}

/** As binary32. @param exponents -126..127 */
// @ts-ignore: decorator
@inline
function powersOfTwo(exponents: v128): v128 {
  return i32x4.shl(i32x4.add(exponents, i32x4.splat(127)), 23);
}

/** odd x 2^(exponent - unit), or more than any limit. */
// @ts-ignore: decorator
@inline
function multipliersOf(odd: v128, exponents: v128, unit: v128): v128 {
  const power = powersOfTwo(i32x4.min_s(i32x4.sub(exponents, unit), i32x4.splat(24)));
  return i32x4.trunc_sat_f32x4_s(f32x4.mul(f32x4.convert_i32x4_s(odd), power));
}

/**
 * The multipliers and factors of a pair of groups for four rows.
 * @param a, b the groups' scales @param fold whether the pair may be folded @param limit the largest multiplier
 * @param multipliers [row][2] 16-bit integers @param factors [2][row] binary32 @returns whether it is folded
 */
// @ts-ignore: decorator
@inline
function layScales(a: v128, b: v128, fold: bool, limit: i32, multipliers: usize, factors: usize): bool {
  const three = i32x4.splat(3);
  const oddA = v128.and(a, three);
  const oddB = v128.and(b, three);
  const exponentA = i32x4.shr_s(a, 2);
  const exponentB = i32x4.shr_s(b, 2);
  const least = i32x4.min_s(exponentA, exponentB);
  const unit = v128.andnot(least, i32x4.eq(least, i32x4.splat(NO_EXPONENT)));
  const ma = multipliersOf(oddA, exponentA, unit);
  const mb = multipliersOf(oddB, exponentB, unit);
  const most = i32x4.splat(limit);
  if (fold && !v128.any_true(v128.or(i32x4.gt_s(ma, most), i32x4.gt_s(mb, most)))) {
    v128.store(multipliers, v128.or(ma, i32x4.shl(mb, 16)));
    v128.store(factors, powersOfTwo(unit));
    v128.store(factors, powersOfTwo(unit), 16);
    return true;
  }
  const zero = i32x4.splat(0);
  const scaledA = i32x4.ne(oddA, zero);
  const scaledB = i32x4.ne(oddB, zero);
  v128.store(multipliers, v128.or(i32x4.shr_u(scaledA, 31), i32x4.shl(i32x4.shr_u(scaledB, 31), 16)));
  v128.store(factors, f32x4.mul(f32x4.convert_i32x4_s(oddA), powersOfTwo(v128.and(exponentA, scaledA))));
  v128.store(factors, f32x4.mul(f32x4.convert_i32x4_s(oddB), powersOfTwo(v128.and(exponentB, scaledB))), 16);
  return false;
}

// @ts-ignore: decorator
@inline
function scaledCodes(at: usize, magnitudes: v128, hidden: v128, M: i32, small: bool, multipliers: usize): v128 {
  return i16x8.mul(decoded(v128.load(at), magnitudes, hidden, M, small), v128.load16_splat(multipliers));
}

/** The elements of two groups, of a tap of four rows: [row][2]. */
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

/** The scaled integers of a pair for four rows: [tap][row][2]. Rows and groups that don't exist have a multiplier of 0, and read what does. */
// @ts-ignore: decorator
@inline
function layIntegers(a: usize, b: usize, rowStep: usize, valid: i32, taps: i32, E: i32, M: i32, small: bool, multipliers: usize, to: usize): void {
  const magnitudes = magnitudeMask(E, M);
  const hidden = hiddenBit(M);
  const row1 = valid > 1 ? rowStep : 0;
  const row2 = valid > 2 ? 2 * rowStep : 0;
  const row3 = valid > 3 ? 3 * rowStep : 0;
  let tap = 0;
  for (; tap + 8 <= taps; tap += 8) {
    const a0 = scaledCodes(a, magnitudes, hidden, M, small, multipliers);
    const b0 = scaledCodes(b, magnitudes, hidden, M, small, multipliers + 2);
    const a1 = scaledCodes(a + row1, magnitudes, hidden, M, small, multipliers + 4);
    const b1 = scaledCodes(b + row1, magnitudes, hidden, M, small, multipliers + 6);
    const a2 = scaledCodes(a + row2, magnitudes, hidden, M, small, multipliers + 8);
    const b2 = scaledCodes(b + row2, magnitudes, hidden, M, small, multipliers + 10);
    const a3 = scaledCodes(a + row3, magnitudes, hidden, M, small, multipliers + 12);
    const b3 = scaledCodes(b + row3, magnitudes, hidden, M, small, multipliers + 14);
    storeTaps(lowPairs(a0, b0), lowPairs(a1, b1), lowPairs(a2, b2), lowPairs(a3, b3), to);
    storeTaps(highPairs(a0, b0), highPairs(a1, b1), highPairs(a2, b2), highPairs(a3, b3), to + 64);
    a += 16;
    b += 16;
    to += 128;
  }
  const all = v128.load(multipliers);
  for (; tap < taps; tap++) {
    v128.store(to, i16x8.mul(decoded(gathered(a, b, row1, row2, row3), magnitudes, hidden, M, small), all));
    a += 2;
    b += 2;
    to += 16;
  }
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

/** Words of a pair to their place: as they are, or where they are not folded those of the first group, and after all of them those of the second. */
// @ts-ignore: decorator
@inline
function put(word: v128, to: usize, second: usize, folded: bool): void {
  if (folded) {
    v128.store(to, word);
  } else {
    v128.store(to, v128.and(word, i32x4.splat(0xffff)));
    v128.store(to + second, v128.and(word, i32x4.splat(0xffff_0000)));
  }
}

/**
 * (2G) g (2G)^T of Winograd's F(2x2, 3x3), four times its weights, whose G has halves.
 * @param taps [tap][row][2] @param flip whether the taps go backwards @param to [16][row][2]
 */
// @ts-ignore: decorator
@inline
function transform(taps: usize, flip: bool, to: usize, folded: bool): void {
  const first = flip ? taps + 128 : taps;
  const step: usize = flip ? <usize>-16 : 16;
  let columns = taps + 144;
  for (let j: usize = 0; j < 3; j++) {
    const top = v128.load(first + j * step);
    const middle = v128.load(first + (j + 3) * step);
    const bottom = v128.load(first + (j + 6) * step);
    const sum = i16x8.add(top, bottom);
    v128.store(columns, i16x8.add(top, top));
    v128.store(columns, i16x8.add(sum, middle), 48);
    v128.store(columns, i16x8.sub(sum, middle), 96);
    v128.store(columns, i16x8.add(bottom, bottom), 144);
    columns += 16;
  }
  columns = taps + 144;
  for (let i = 0; i < 4; i++) {
    const left = v128.load(columns);
    const middle = v128.load(columns, 16);
    const right = v128.load(columns, 32);
    const sum = i16x8.add(left, right);
    put(i16x8.add(left, left), to, 256, folded);
    put(i16x8.add(sum, middle), to + 16, 256, folded);
    put(i16x8.sub(sum, middle), to + 32, 256, folded);
    put(i16x8.add(right, right), to + 48, 256, folded);
    columns += 48;
    to += 64;
  }
}

/** One block of `foldRows`. */
// @ts-ignore: decorator
@inline
function foldBlock(
  codes: usize, rowStep: usize, groupStep: usize, scales: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, valid: i32, E: i32, M: i32,
  table: usize, yFolds: usize, limit: i32, winograd: bool, flip: bool, scratch: usize, to: usize, factors: usize, flags: usize,
): void {
  const words = scratch + 16;
  const none = i32x4.splat(NO_EXPONENT << 2);
  const bytes = <usize>(winograd ? 16 : taps) * 16;
  for (let pair = 0; pair < PAIRS; pair++) {
    const first = 2 * pair < groups;
    const second = 2 * pair + 1 < groups;
    const a = first ? scalesOfRows(table, scales, scaleRowStep, valid) : none;
    const b = second ? scalesOfRows(table, scales + scaleGroupStep, scaleRowStep, valid) : none;
    const folded = layScales(a, b, !first || load<u8>(yFolds + pair) != 0, limit, scratch, factors);
    store<u8>(flags + pair, folded ? 1 : 0);
    if (!first) {
      memory.fill(to, 0, bytes);
    } else {
      const plain = winograd || !folded ? words : to;
      const other = second ? codes + groupStep : codes;
      if (E <= 3) layIntegers(codes, other, rowStep, valid, taps, E, M, true, scratch, plain);
      else layIntegers(codes, other, rowStep, valid, taps, E, M, false, scratch, plain);
      if (winograd) {
        if (folded) transform(words, flip, to, true);
        else transform(words, flip, to, false);
      } else if (!folded) {
        for (let at: usize = 0; at < bytes; at += 16) put(v128.load(words + at), to + at, bytes, false);
      }
    }
    to += folded ? bytes : 2 * bytes;
    codes += 2 * groupStep;
    scales += 2 * scaleGroupStep;
    factors += 32;
  }
}

/**
 * X, or a part of it, in blocks of four rows and chunks of sixteen groups, as scaled integers in pairs of groups.
 * @param codes where the first row's first plane begins, `rowStep` and `groupStep` bytes before those of the next row or group @param scales the same of scale codes
 * @param groups, rows of the part @param table of scales, [code] words @param yFolds [pair] whether Y's scales can be folded
 * @param limit the largest multiplier @param winograd transforms 3x3 taps, which go backwards where `flip` @param scratch of 16 bytes and 16 for each tap, 336 more where `winograd`
 * @param to [chunk][block], of `blockBytes` each: [pair][tap][4], a pair that is not folded twice as much @param factors [chunk][block][group][4] binary32
 * @param flags [chunk][block][pair] whether it is folded @param blocks of all of X
 */
export function foldRows(
  codes: usize, rowStep: usize, groupStep: usize, scales: usize, scaleRowStep: usize, scaleGroupStep: usize, taps: i32, groups: i32, rows: i32, E: i32, M: i32,
  table: usize, yFolds: usize, limit: i32, winograd: bool, flip: bool, scratch: usize, to: usize, blockBytes: usize, factors: usize, flags: usize, blocks: i32,
): void {
  for (let chunk = 0; chunk * 2 * PAIRS < groups; chunk++) {
    const group = 2 * PAIRS * chunk;
    for (let row = 0; row < rows; row += 4) {
      const index = <usize>(chunk * blocks + (row >> 2));
      foldBlock(
        codes + <usize>row * rowStep + <usize>group * groupStep, rowStep, groupStep,
        scales + <usize>row * scaleRowStep + <usize>group * scaleGroupStep, scaleRowStep, scaleGroupStep, taps, groups - group, min(rows - row, 4), E, M,
        table, yFolds + PAIRS * chunk, limit, winograd, flip, scratch, to + index * blockBytes, factors + index * 256, flags + index * PAIRS,
      );
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
