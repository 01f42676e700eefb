/** Puts codes where the kernels want them. */

/** Codes of an <E,M> element, E 0..4, to their signed integers, in place; eight at a time. @param count rounded up to 8 */
export function decode(at: usize, count: i32, E: i32, M: i32): void {
  const magnitudes: i32 = (1 << (E + M)) - 1;
  const one: i32 = 1 << M;
  const magnitudeMask = i16x8.splat(<i16>magnitudes);
  const mantissaMask = i16x8.splat(<i16>(one - 1));
  const hidden = i16x8.splat(<i16>one);
  // The weight of an exponent field, 1 for 0 and else 2^(exp-1), in two bytes.
  const lowBytes = i8x16(1, 1, 2, 4, 8, 16, 32, 64, -128, 0, 0, 0, 0, 0, 0, 0);
  const highBytes = i8x16(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64);
  const end = at + <usize>count * 2;
  for (; at < end; at += 16) {
    const code = v128.load(at);
    const magnitude = v128.and(code, magnitudeMask);
    const exp = i16x8.shr_u(magnitude, M);
    const mantissa = v128.and(magnitude, mantissaMask);
    const normal = i16x8.ne(exp, i16x8.splat(0));
    const index = v128.or(exp, i16x8.shl(exp, 8));
    const weight = v128.bitselect(i8x16.swizzle(lowBytes, index), i8x16.swizzle(highBytes, index), i16x8.splat(0xff));
    const integer = i16x8.mul(v128.or(mantissa, v128.and(hidden, normal)), weight);
    const negative = i16x8.ne(code, magnitude);
    v128.store(at, i16x8.sub(v128.xor(integer, negative), negative));
  }
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
    if (spacing == 1) {
      memory.copy(to, from, <usize>columns * 2);
    } else {
      let at = to;
      for (let column = 0; column < columns; column++) {
        store<u16>(at, load<u16>(from + (<usize>column << 1)));
        at += spacing * 2;
      }
    }
    from += rowBytes;
    to += toRow;
  }
}

/**
 * Pairs of taps of up to four planes of X, side by side: [group][pair][lanes]. Lanes without a plane, and the second tap of a last pair without one, are 0.
 * @param rowStep, groupStep bytes from a plane to that of the next row or group @param valid rows that exist, 1..lanes
 */
export function packRows(from: usize, rowStep: usize, groupStep: usize, taps: i32, groups: i32, valid: i32, lanes: i32, to: usize): void {
  const pairs = taps >> 1;
  const step = <usize>lanes * 4;
  for (let g = 0; g < groups; g++) {
    for (let lane = 0; lane < lanes; lane++) {
      let at = to + <usize>lane * 4;
      if (lane < valid) {
        let plane = from + <usize>lane * rowStep;
        for (let pair = 0; pair < pairs; pair++) {
          store<u32>(at, load<u32>(plane));
          plane += 4;
          at += step;
        }
        if (taps & 1) store<u32>(at, load<u16>(plane));
      } else {
        for (let pair = 0; pair < (taps + 1) >> 1; pair++) {
          store<u32>(at, 0);
          at += step;
        }
      }
    }
    from += groupStep;
    to += <usize>((taps + 1) >> 1) * step;
  }
}

/**
 * A group's panel: for each pair of taps, the two source elements of each column.
 * @param plane where the group's source begins @param offsets [pair][2] bytes from a column's base to its taps
 * @param runs [run][2]: columns that follow each other `step` elements apart, and the base of the first, in bytes
 * @param to room for 8 columns more than there are
 */
export function packPanel(plane: usize, offsets: usize, pairs: i32, runs: usize, runCount: i32, step: i32, to: usize, pitch: usize): void {
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
