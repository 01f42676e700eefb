/** Puts codes where the kernels want them. */

/** Zeros. Much faster than `fill` of a typed array on shared memory, which stores element by element. */
export function clear(at: usize, bytes: usize): void {
  memory.fill(at, 0, bytes);
}

/** How exponents of elements become weights. */
export const enum Decoding {
  /** Two exponent bits: doubled once or twice. */
  Doubling,
  /** At most three: weights are bytes. */
  Bytes,
  /** At most four. */
  Words,
}

/** The quickest way that an element has. */
// @ts-ignore: decorator
@inline
export function decodingOf(E: i32, M: i32): Decoding {
  if (E == 2 && M < 13) return Decoding.Doubling;
  return E <= 3 ? Decoding.Bytes : Decoding.Words;
}

/** The weight of an exponent field, 1 for 0 and else 2^(exp-1), in two bytes. */
// @ts-ignore: decorator
@inline
function weightOf(exp: v128, bytes: bool): v128 {
  const lowBytes = i8x16(1, 1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0);
  // An index of 128 gives 0.
  if (bytes) return i8x16.swizzle(lowBytes, v128.or(exp, i16x8.splat(-0x8000)));
  const highBytes = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64);
  const index = v128.or(exp, i16x8.shl(exp, 8));
  return v128.bitselect(i8x16.swizzle(lowBytes, index), i8x16.swizzle(highBytes, index), i16x8.splat(0xff));
}

/**
 * Magnitudes with an exponent of one more than those they are compared with lose a hidden bit and are doubled: 2x - limit is larger from the limit on, and else not.
 * @param limit twice the hidden bit where exponents 0 and 1 are done, four times where 2 is
 */
// @ts-ignore: decorator
@inline
function doubled(x: v128, limit: v128): v128 {
  return i16x8.max_s(x, i16x8.sub(i16x8.add(x, x), limit));
}

/** Eight codes of an <E,M> element, E 0..4, to their signed integers. @param magnitudes 2^(E+M) - 1 in each lane @param hidden 2^M in each lane @param way that of `decodingOf`, or one further down */
// @ts-ignore: decorator
@inline
export function decoded(code: v128, magnitudes: v128, hidden: v128, M: i32, way: Decoding): v128 {
  const magnitude = v128.and(code, magnitudes);
  if (way == Decoding.Doubling) {
    const twice = i16x8.add(hidden, hidden);
    const integer = doubled(doubled(magnitude, twice), i16x8.add(twice, twice));
    const negative = i16x8.gt_s(code, magnitudes);
    return i16x8.sub(v128.xor(integer, negative), negative);
  }
  const exp = i16x8.shr_u(magnitude, M);
  const mantissa = i16x8.sub(magnitude, i16x8.shl(exp, M));
  const normal = i16x8.ne(exp, i16x8.splat(0));
  const integer = i16x8.mul(v128.or(mantissa, v128.and(hidden, normal)), weightOf(exp, way == Decoding.Bytes));
  const negative = i16x8.ne(code, magnitude);
  return i16x8.sub(v128.xor(integer, negative), negative);
}

// @ts-ignore: decorator
@inline
export function magnitudeMask(E: i32, M: i32): v128 {
  const one: i32 = 1 << (E + M);
  return i16x8.splat(<i16>(one - 1));
}

// @ts-ignore: decorator
@inline
export function hiddenBit(M: i32): v128 {
  const one: i32 = 1 << M;
  return i16x8.splat(<i16>one);
}

/** Codes to integers, in place; eight at a time. @param count rounded up to 8 */
export function decode(at: usize, count: i32, E: i32, M: i32): void {
  const magnitudes = magnitudeMask(E, M);
  const hidden = hiddenBit(M);
  const end = at + <usize>count * 2;
  for (; at < end; at += 16) v128.store(at, decoded(v128.load(at), magnitudes, hidden, M, Decoding.Words));
}

/** The same by a table of 16-bit integers, for any format. */
export function decodeByTable(at: usize, count: i32, table: usize): void {
  const end = at + <usize>count * 2;
  for (; at < end; at += 2) store<u16>(at, load<u16>(table + (<usize>load<u16>(at) << 1)));
}

/**
 * Planes of Y with their zeros in place: the rows of a plane, the elements of a row `spacing` apart.
 * @param from the first element that lands in the padded plane, @param rowBytes bytes from a row to the next @param to its place
 */
export function padPlane(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toRow: usize, spacing: usize): void {
  for (let row = 0; row < rows; row++) {
    let at = to;
    for (let column = 0; column < columns; column++) {
      store<u16>(at, load<u16>(from + (<usize>column << 1)));
      at += spacing * 2;
    }
    from += rowBytes;
    to += toRow;
  }
}

/**
 * The same for adjacent elements of <E,M> elements, plane after plane, as integers times a small one. Equal to `padPlane`, `decode` and `scaleIntegers` where rows are laid
 * in order: each leaves up to 14 bytes of zeros behind its last element.
 * @param planeBytes, toPlane bytes from a plane to the next @param factors [plane] 16-bit integers
 */
export function padIntegers(
  from: usize, planeBytes: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toPlane: usize, toRow: usize, E: i32, M: i32, factors: usize, planes: i32,
): void {
  const decoding = decodingOf(E, M);
  for (; planes > 0; planes--) {
    const factor = <i32>load<u16>(factors);
    if (decoding == Decoding.Doubling) padDoubled(from, rowBytes, rows, columns, to, toRow, E, M, factor);
    else if (decoding == Decoding.Bytes) padBytes(from, rowBytes, rows, columns, to, toRow, E, M, factor);
    else padWords(from, rowBytes, rows, columns, to, toRow, E, M, factor);
    from += planeBytes;
    to += toPlane;
    factors += 2;
  }
}

// A function for each, as the compiler folds inlined calls that differ in a constant into one with branches.
function padDoubled(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toRow: usize, E: i32, M: i32, factor: i32): void {
  padDecoded(from, rowBytes, rows, columns, to, toRow, E, M, factor, Decoding.Doubling);
}
function padBytes(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toRow: usize, E: i32, M: i32, factor: i32): void {
  padDecoded(from, rowBytes, rows, columns, to, toRow, E, M, factor, Decoding.Bytes);
}
function padWords(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toRow: usize, E: i32, M: i32, factor: i32): void {
  padDecoded(from, rowBytes, rows, columns, to, toRow, E, M, factor, Decoding.Words);
}

// @ts-ignore: decorator
@inline
function padDecoded(from: usize, rowBytes: usize, rows: i32, columns: i32, to: usize, toRow: usize, E: i32, M: i32, factor: i32, way: Decoding): void {
  const magnitudes = magnitudeMask(E, M);
  const hidden = hiddenBit(M);
  const factors = i16x8.splat(<i16>factor);
  const rest = columns & 7;
  const last = i16x8.lt_s(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>rest));
  for (let row = 0; row < rows; row++) {
    let source = from;
    let at = to;
    for (const end = source + (<usize>(columns - rest) << 1); source < end; source += 16) {
      v128.store(at, i16x8.mul(decoded(v128.load(source), magnitudes, hidden, M, way), factors));
      at += 16;
    }
    if (rest > 0) v128.store(at, v128.and(i16x8.mul(decoded(v128.load(source), magnitudes, hidden, M, way), factors), last));
    from += rowBytes;
    to += toRow;
  }
}

/**
 * Pairs of taps of up to four planes of X, side by side, as codes: [group][pair][lanes]. Lanes without a plane, and the second tap of a last pair without one, are 0.
 * @param rowStep, groupStep bytes from a plane to that of the next row or group @param valid rows that exist, 1..lanes
 */
export function packRows(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, lanes: i32, to: usize): void {
  const step = <usize>lanes * 4;
  for (let g = 0; g < groups; g++) {
    for (let lane = 0; lane < lanes; lane++) {
      let at = to + <usize>lane * 4;
      let plane = from + <usize>lane * rowStep;
      for (let tap = 0; tap < taps; tap += 2) {
        store<u32>(at, lane >= valid ? 0 : tap + 1 < taps ? load<u32>(plane) : <u32>load<u16>(plane));
        plane += 4;
        at += step;
      }
    }
    from += groupStep;
    to += <usize>((taps + 1) >> 1) * step;
  }
}

/** The same for four lanes and <E,M> elements, as integers. Equal to `packRows` and `decode`. @param chunk groups after which `to` goes on `chunkStep` bytes from where they began */
export function packIntegers(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, to: usize, chunk: i32, chunkStep: usize, E: i32, M: i32): void {
  switch (decodingOf(E, M)) {
    case Decoding.Doubling: packDoubled(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M); break;
    case Decoding.Bytes: packBytes(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M); break;
    default: packWords(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M);
  }
}

// A function for each, as the compiler folds inlined calls that differ in a constant into one with branches.
function packDoubled(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, to: usize, chunk: i32, chunkStep: usize, E: i32, M: i32): void {
  packDecoded(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M, Decoding.Doubling);
}
function packBytes(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, to: usize, chunk: i32, chunkStep: usize, E: i32, M: i32): void {
  packDecoded(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M, Decoding.Bytes);
}
function packWords(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, to: usize, chunk: i32, chunkStep: usize, E: i32, M: i32): void {
  packDecoded(from, rowStep, groupStep, taps, groups, valid, to, chunk, chunkStep, E, M, Decoding.Words);
}

// @ts-ignore: decorator
@inline
function packDecoded(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, to: usize, chunk: i32, chunkStep: usize, E: i32, M: i32, way: Decoding): void {
  const magnitudes = magnitudeMask(E, M);
  const hidden = hiddenBit(M);
  const exists = i32x4.lt_s(i32x4(0, 1, 2, 3), i32x4.splat(valid));
  // Lanes without a plane read the first one's, and are cleared.
  const row1 = valid > 1 ? rowStep : 0;
  const row2 = valid > 2 ? 2 * rowStep : 0;
  const row3 = valid > 3 ? 3 * rowStep : 0;
  let at = to;
  let left = chunk;
  for (let g = 0; g < groups; g++) {
    let plane = from;
    let tap = 0;
    for (; tap + 8 <= taps; tap += 8) {
      const a = decoded(v128.load(plane), magnitudes, hidden, M, way);
      const b = decoded(v128.load(plane + row1), magnitudes, hidden, M, way);
      const c = decoded(v128.load(plane + row2), magnitudes, hidden, M, way);
      const d = decoded(v128.load(plane + row3), magnitudes, hidden, M, way);
      const lowAB = i32x4.shuffle(a, b, 0, 4, 1, 5);
      const lowCD = i32x4.shuffle(c, d, 0, 4, 1, 5);
      const highAB = i32x4.shuffle(a, b, 2, 6, 3, 7);
      const highCD = i32x4.shuffle(c, d, 2, 6, 3, 7);
      v128.store(at, v128.and(i64x2.shuffle(lowAB, lowCD, 0, 2), exists));
      v128.store(at, v128.and(i64x2.shuffle(lowAB, lowCD, 1, 3), exists), 16);
      v128.store(at, v128.and(i64x2.shuffle(highAB, highCD, 0, 2), exists), 32);
      v128.store(at, v128.and(i64x2.shuffle(highAB, highCD, 1, 3), exists), 48);
      plane += 16;
      at += 64;
    }
    for (; tap + 2 <= taps; tap += 2) {
      const pairs = i32x4(load<i32>(plane), load<i32>(plane + row1), load<i32>(plane + row2), load<i32>(plane + row3));
      v128.store(at, v128.and(decoded(pairs, magnitudes, hidden, M, way), exists));
      plane += 4;
      at += 16;
    }
    if (tap < taps) {
      const lone = i32x4(<i32>load<u16>(plane), <i32>load<u16>(plane + row1), <i32>load<u16>(plane + row2), <i32>load<u16>(plane + row3));
      v128.store(at, v128.and(decoded(lone, magnitudes, hidden, M, way), exists));
      at += 16;
    }
    from += groupStep;
    if (--left == 0) {
      to += chunkStep;
      at = to;
      left = chunk;
    }
  }
}

/**
 * The panel of some groups: for each pair of taps, the two source elements of each column.
 * @param plane where the first group's source begins, `planeStep` bytes before the next one's @param offsets [pair][2] bytes from a column's base to its taps
 * @param runs [run][2]: columns that follow each other `step` elements apart, and the base of the first, in bytes
 * @param to room for 8 columns more than there are
 */
export function packPanel(plane: usize, planeStep: usize, groups: i32, offsets: usize, pairs: i32, runs: usize, runCount: i32, step: i32, to: usize, pitch: usize): void {
  for (let g = 0; g < groups; g++) {
    packGroup(plane, offsets, pairs, runs, runCount, step, to, pitch);
    plane += planeStep;
    to += <usize>pairs * pitch;
  }
}

// @ts-ignore: decorator
@inline
function packGroup(plane: usize, offsets: usize, pairs: i32, runs: usize, runCount: i32, step: i32, to: usize, pitch: usize): void {
  for (let pair = 0; pair < pairs; pair++) {
    const first = plane + load<u32>(offsets);
    const second = plane + load<u32>(offsets, 4);
    let at = to;
    for (let run = 0; run < runCount; run++) {
      const count = load<i32>(runs + <usize>run * 8);
      const base = <usize>load<u32>(runs + <usize>run * 8, 4);
      if (step == 1) packAdjacent(first + base, second + base, at, count);
      else if (step == 2) packEverySecond(first + base, second + base, at, count);
      else packStepped(first + base, second + base, at, count, step);
      at += <usize>count * 4;
    }
    offsets += 8;
    to += pitch;
  }
}

// @ts-ignore: decorator
@inline
function packAdjacent(first: usize, second: usize, to: usize, count: i32): void {
  for (let done = 0; done < count; done += 8) {
    const a = v128.load(first);
    const b = v128.load(second);
    v128.store(to, i16x8.shuffle(a, b, 0, 8, 1, 9, 2, 10, 3, 11));
    v128.store(to, i16x8.shuffle(a, b, 4, 12, 5, 13, 6, 14, 7, 15), 16);
    first += 16;
    second += 16;
    to += 32;
  }
}

// @ts-ignore: decorator
@inline
function packEverySecond(first: usize, second: usize, to: usize, count: i32): void {
  for (let done = 0; done < count; done += 4) {
    v128.store(to, v128.or(v128.and(v128.load(first), i32x4.splat(0xffff)), i32x4.shl(v128.load(second), 16)));
    first += 16;
    second += 16;
    to += 16;
  }
}

// @ts-ignore: decorator
@inline
function packStepped(first: usize, second: usize, to: usize, count: i32, step: i32): void {
  const bytes = <usize>step * 2;
  for (let done = 0; done < count; done++) {
    store<u32>(to, (<u32>load<u16>(first)) | ((<u32>load<u16>(second)) << 16));
    first += bytes;
    second += bytes;
    to += 4;
  }
}
