/** Group maxima and group scales (paper Alg. 1 lines 1-8); `planeMaxima` and `quantizeGroupScale` in src/formats are the plain ones. */

/** The bits of a magnitude, of its significand without the leading one, and the smallest normal number. */
const MAGNITUDE: u32 = 0x7fff_ffff;
const MANTISSA: u32 = 0x7f_ffff;
const SMALLEST_NORMAL: u32 = 0x80_0000;
const MANTISSA_BITS = 23;

// @ts-ignore: decorator
@inline
function loadMagnitudes(from: usize): v128 {
  return v128.and(v128.load(from), i32x4.splat(MAGNITUDE));
}

/** The largest magnitude patterns of four vectors, lane by lane. */
// @ts-ignore: decorator
@inline
function maximaAt(a: usize, b: usize, c: usize, d: usize): v128 {
  return i32x4.max_s(i32x4.max_s(loadMagnitudes(a), loadMagnitudes(b)), i32x4.max_s(loadMagnitudes(c), loadMagnitudes(d)));
}

/** The largest magnitude patterns of a plane, in four lanes. @param bytes of the plane, at least 16 */
// @ts-ignore: decorator
@inline
function planeVector(plane: usize, bytes: usize): v128 {
  const whole = bytes & ~63;
  // The last vectors overlap each other or those before them: a maximum may see an element twice.
  const last = bytes - 16;
  let m = maximaAt(plane + min(whole, last), plane + min(whole + 16, last), plane + min(whole + 32, last), plane + last);
  for (const end = plane + whole; plane < end; plane += 64) m = i32x4.max_s(m, maximaAt(plane, plane + 16, plane + 32, plane + 48));
  return m;
}

/** The largest lane of each of four vectors. */
// @ts-ignore: decorator
@inline
function largestOfEach(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.max_s(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.max_s(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.max_s(v128.shuffle<i64>(ab, cd, 0, 2), v128.shuffle<i64>(ab, cd, 1, 3));
}

/** The largest magnitude pattern of a plane of less than four elements. */
// @ts-ignore: decorator
@inline
function maximumOfFew(plane: usize, bytes: usize): u32 {
  let largest: u32 = 0;
  for (let at: usize = 0; at < bytes; at += 4) largest = max(largest, load<u32>(plane + at) & MAGNITUDE);
  return largest;
}

/** The largest magnitude pattern of `count` elements. */
export function maximum(data: usize, count: i32): u32 {
  if (count < 4) return maximumOfFew(data, <usize>count << 2);
  const m = planeVector(data, <usize>count << 2);
  return i32x4.extract_lane(largestOfEach(m, m, m, m), 0);
}

/** Writes the largest magnitude pattern of each of `planes` planes of `planeSize` elements to `out`, 4 bytes each. @returns the largest of all */
export function planeMaxima(data: usize, planes: i32, planeSize: i32, out: usize): u32 {
  const bytes = <usize>planeSize << 2;
  let plane = 0;
  let largest: u32 = 0;
  if (planeSize >= 4) {
    let all = i32x4.splat(0);
    for (; plane + 4 <= planes; plane += 4) {
      const a = planeVector(data, bytes);
      const b = planeVector(data + bytes, bytes);
      const c = planeVector(data + 2 * bytes, bytes);
      const d = planeVector(data + 3 * bytes, bytes);
      const four = largestOfEach(a, b, c, d);
      v128.store(out + (<usize>plane << 2), four);
      all = i32x4.max_s(all, four);
      data += 4 * bytes;
    }
    largest = i32x4.extract_lane(largestOfEach(all, all, all, all), 0);
  }
  for (; plane < planes; plane++) {
    const one = maximum(data, planeSize);
    store<u32>(out + (<usize>plane << 2), one);
    largest = max(largest, one);
    data += bytes;
  }
  return largest;
}

/** The exponent of a positive binary32 number in [2^e, 2^(e+1)), and its significand from 2^23 to 2^24. */
// @ts-ignore: decorator
@inline
function exponentOf(bits: u32): i32 {
  return bits >= SMALLEST_NORMAL ? <i32>(bits >>> MANTISSA_BITS) - 150 : -141 - <i32>clz(bits);
}
// @ts-ignore: decorator
@inline
function significandOf(bits: u32): u32 {
  return bits >= SMALLEST_NORMAL ? (bits & MANTISSA) | SMALLEST_NORMAL : bits << (clz(bits) - 8);
}

/** The code of one group scale. @param max a magnitude pattern <= tensorMax */
function groupScale(max: u32, tensorMax: u32, maxExp: i32, Mg: i32): i32 {
  if (max == 0) return maxExp << Mg;
  const significand = significandOf(max);
  const tensorSignificand = significandOf(tensorMax);
  // max / tensorMax = significand / denominator x 2^-exp, with the fraction in (1/2, 1].
  const carries = significand > tensorSignificand;
  const exp = exponentOf(tensorMax) - exponentOf(max) - <i32>carries;
  const denominator = tensorSignificand << <u32>carries;
  if (exp > maxExp) return maxExp << Mg;
  return Mg == 1 && exp < maxExp && 4 * significand <= 3 * denominator ? ((exp + 1) << 1) | 1 : exp << Mg;
}

/**
 * Writes the smallest group scale >= each maximum / tensorMax as a code of 2 bytes, and up to three codes more; the smallest scale for a
 * maximum of 0.
 * @param maxima magnitude patterns <= tensorMax, 4 bytes each, and up to three of anything
 */
export function groupScales(maxima: usize, count: i32, tensorMax: u32, maxExp: i32, Mg: i32, out: usize): void {
  const tensor = i32x4.splat(tensorMax);
  const tensorMantissa = i32x4.splat(tensorMax & MANTISSA);
  const significand = <i32>significandOf(tensorMax);
  // The largest mantissas of at most 3/4 of the denominator: without a carry (below 0 where there is none), and with one.
  const threeQuarters = i32x4.splat(((3 * significand) >> 2) - SMALLEST_NORMAL);
  const threeHalves = i32x4.splat(((3 * significand) >> 1) - SMALLEST_NORMAL);
  const largestExp = i32x4.splat(maxExp);
  const withMan = i32x4.splat(Mg == 1 ? -1 : 0);
  for (let i = 0; i < count; i += 4) {
    const at = maxima + (<usize>i << 2);
    const to = out + (<usize>i << 1);
    const max = v128.load(at);
    const zero = i32x4.eq(max, i32x4.splat(0));
    if (v128.any_true(v128.andnot(i32x4.lt_s(max, i32x4.splat(SMALLEST_NORMAL)), zero))) {
      for (let j: usize = 0; j < 4; j++) store<u16>(to + (j << 1), <u16>groupScale(load<u32>(at + (j << 2)), tensorMax, maxExp, Mg));
      continue;
    }
    // The difference of two patterns of normal numbers is 2^23 x exp, and less than 2^23 more: the larger mantissa has borrowed.
    const exp = i32x4.min_s(i32x4.max_s(i32x4.shr_s(i32x4.sub(tensor, max), MANTISSA_BITS), v128.and(zero, largestExp)), largestExp);
    const mantissa = v128.and(max, i32x4.splat(MANTISSA));
    // Each comparison is true only where the one before it is.
    const above = v128.xor(v128.xor(i32x4.gt_s(mantissa, threeQuarters), i32x4.gt_s(mantissa, tensorMantissa)), i32x4.gt_s(mantissa, threeHalves));
    const smaller = v128.andnot(v128.and(i32x4.lt_s(exp, largestExp), withMan), above);
    const code = i32x4.add(i32x4.add(exp, v128.and(exp, withMan)), v128.and(smaller, i32x4.splat(3)));
    v128.store64_lane(to, i16x8.narrow_i32x4_u(code, code), 0);
  }
}
