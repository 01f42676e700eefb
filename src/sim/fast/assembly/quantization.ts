/**
 * Quantizing elements (paper Alg. 1 lines 9-14, Eq. 4), eight at a time; `elementQuantizer` in src/formats is the plain one.
 *
 * Positions. Take x = |X| / (S_g x S_t), and z(x), its position on the code axis in units of 2^(M-23) codes:
 *   z = x x 2^(23-emin)                        for x < 2^emin (subnormal codes, and all codes of E = 0),
 *   z = 2^23 x (e - emin + x x 2^-e)           for 2^e <= x < 2^(e+1).
 * The code without its sign is floor((z + r) / 2^(23-M)), r = u x 2^(23-M-k), half a code, or 0 (Eq. 4 and its kin; both pieces have one
 * slope within an exponent, so r means the same everywhere). `clip` keeps z + r below the next multiple of 2^23 above z, `carry` below
 * 2^(23+E). A binary32 number's own bits are this axis: bits(x) - bits(2^emin) + 2^23 is z in the second piece, and bits(2^emin + x) -
 * bits(2^emin) in the first. Each expression is below the other outside of its piece: z is the larger of the two.
 *
 * Margin. x is computed as y = |X| x R, with R = (1 - 2^-22) / (S_g x S_t) rounded to binary32. Two roundings and the factor leave
 * x (1 - 6.1 x 2^-24) < y < x (1 - 1.9 x 2^-24), so that bits(y) is below z by at most 6.1 and never above. The sum 2^emin + y is rounded
 * too: half a unit up or down. It does not reach 2^(emin+1) where x < 2^emin. Taking one away gives a lower bound in both pieces: z is
 * above it by at most 7.1; by less than 8.1 - 2^-11 where u has more bits than r has room for.
 * So where the lower bound's position + r is not in the last MARGIN = 9 units of a code, the code is certain. Otherwise (always for exact
 * ties, and about MARGIN / 2^(23-M) of other elements) `exactCode` decides.
 */
import { exactCode, NEAREST, powerOfTwo, STOCHASTIC, TRUNCATE } from './quantization-exact';

export { philoxWords } from './quantization-philox';
export { planeMaxima, groupScales } from './quantization-scales';

const MARGIN = 9;
const MANTISSA_BITS = 23;
/** M <= 10: a position without its lowest 13 bits is still a code, and 16 bits wide. */
const MAX_M = 10;
/** Vectors are for S_g x S_t from 2^-120 to 2^120, where R is a normal number. */
const VECTOR_EXPONENT = 120;

/** The format and its rounding, the same for all planes of a call. */
let E: i32 = 0;
let M: i32 = 0;
let carry: bool = false;
let k: i32 = 0;
/** 2^emin */
let smallest: v128 = i32x4.splat(0);
/** bits(2^emin) + 1: from a sum's bits to a lower bound of z. */
let below: v128 = i32x4.splat(0);
/** A position or'ed with this is in the last code below its limit, and keeps its low bits: those of a position close to the limit are undecided. */
let limit: v128 = i32x4.splat(0);
/** r of `nearest`. */
let half: v128 = i32x4.splat(0);
/** The bits of r of `stochastic`. */
let randomMask: v128 = i32x4.splat(0);
/** The bits of a position below its code. */
let fraction: v128 = i32x4.splat(0);
/** The largest `fraction` that is certain. */
let certain: v128 = i32x4.splat(0);
/** The sign bit of a 16-bit code of <E,10>. */
let signBits: v128 = i32x4.splat(0);

function setFormat(): void {
  const exponents = 1 << E;
  const unit = 1 << (MANTISSA_BITS - M);
  const smallestBits = (128 - exponents) << MANTISSA_BITS;
  smallest = i32x4.splat(smallestBits);
  below = i32x4.splat(smallestBits + 1);
  limit = i32x4.splat(((carry ? exponents : 1) << MANTISSA_BITS) - unit);
  half = i32x4.splat(unit >> 1);
  randomMask = i32x4.splat(unit - max(1, unit >> k));
  fraction = i32x4.splat(unit - 1);
  certain = i32x4.splat(unit - 1 - MARGIN);
  signBits = i16x8.splat((<i16>1) << <i16>(E + MAX_M));
}

/** Eight elements: stores their codes, and returns the low bits of their positions, which are undecided from 2^(23-M) - MARGIN on. */
// @ts-ignore: decorator
@inline
function eight(data: usize, words: usize, codes: usize, reciprocal: v128, rounding: i32): v128 {
  const x0 = v128.load(data);
  const x1 = v128.load(data, 16);
  const z0 = position(x0, rounding == STOCHASTIC ? v128.load(words) : x0, reciprocal, rounding);
  const z1 = position(x1, rounding == STOCHASTIC ? v128.load(words, 16) : x1, reciprocal, rounding);
  const magnitudes = i16x8.narrow_i32x4_u(i32x4.shr_u(z0, MANTISSA_BITS - MAX_M), i32x4.shr_u(z1, MANTISSA_BITS - MAX_M));
  // Saturation leaves the sign bit of each X in place.
  const signs = v128.and(i16x8.shr_s(i16x8.narrow_i32x4_s(x0, x1), 15), signBits);
  v128.store(codes, i16x8.shr_u(v128.or(magnitudes, signs), MAX_M - M));
  return i32x4.max_s(v128.and(z0, fraction), v128.and(z1, fraction));
}

/** The lower bounds of four positions, with what rounding adds. @param words for stochastic rounding */
// @ts-ignore: decorator
@inline
function position(x: v128, words: v128, reciprocal: v128, rounding: i32): v128 {
  const y = f32x4.mul(v128.and(x, i32x4.splat(0x7fff_ffff)), reciprocal);
  // Both pieces and all limits have bits(2^emin) added to them.
  const z = i32x4.max_s(f32x4.add(y, smallest), i32x4.add(y, i32x4.splat(1 << MANTISSA_BITS)));
  // Truncation never overflows, and has no r that would keep the position of a zero from 0 - 1.
  if (rounding == TRUNCATE) return i32x4.max_s(i32x4.sub(z, below), i32x4.splat(0));
  const r = rounding == NEAREST ? half : v128.and(i32x4.shr_u(words, 32 - MANTISSA_BITS + M), randomMask);
  return i32x4.sub(i32x4.min_s(i32x4.add(z, r), v128.or(z, limit)), below);
}

/** The codes of `count` elements, one at a time. */
function exactly(data: usize, words: usize, codes: usize, count: i32, divisor: f64, rounding: i32): void {
  for (let i = 0; i < count; i++) {
    const word = rounding == STOCHASTIC ? load<u32>(words + (<usize>i << 2)) : 0;
    store<u16>(codes + (<usize>i << 1), <u16>exactCode(load<u32>(data + (<usize>i << 2)), word, divisor, E, M, rounding, carry, k));
  }
}

/** As `exactly`, for elements of a group that has a reciprocal: those of short planes. One branch, which is seldom taken. */
// @ts-ignore: decorator
@inline
function oneByOne(data: usize, words: usize, codes: usize, count: i32, divisor: f64, reciprocal: v128, rounding: i32): void {
  for (let i = 0; i < count; i++) {
    const at = <usize>i << 2;
    const x = v128.load32_zero(data + at);
    const z = i32x4.extract_lane(position(x, rounding == STOCHASTIC ? v128.load32_zero(words + at) : x, reciprocal, rounding), 0);
    const sign = (load<u32>(data + at) >>> 31) << (E + M);
    store<u16>(codes + (at >> 1), <u16>((z >>> (MANTISSA_BITS - M)) | sign));
    if ((z & i32x4.extract_lane(fraction, 0)) > i32x4.extract_lane(certain, 0)) exactly(data + at, words + at, codes + (at >> 1), 1, divisor, rounding);
  }
}

/** The codes of one group's elements. */
// @ts-ignore: decorator
@inline
function quantizePlane(data: usize, words: usize, codes: usize, count: i32, divisor: f64, rounding: i32): void {
  if (divisor < powerOfTwo(-VECTOR_EXPONENT) || divisor > powerOfTwo(VECTOR_EXPONENT)) {
    exactly(data, words, codes, count, divisor, rounding);
    return;
  }
  const reciprocal = f32x4.splat(<f32>((1 - powerOfTwo(-22)) / divisor));
  if (count < 8) {
    oneByOne(data, words, codes, count, divisor, reciprocal, rounding);
    return;
  }
  let i = 0;
  for (; i + 16 <= count; i += 16) {
    const x = data + (<usize>i << 2);
    const w = words + (<usize>i << 2);
    const c = codes + (<usize>i << 1);
    const low = i32x4.max_s(eight(x, w, c, reciprocal, rounding), eight(x + 32, w + 32, c + 16, reciprocal, rounding));
    if (v128.any_true(i32x4.gt_s(low, certain))) exactly(x, w, c, 16, divisor, rounding);
  }
  // The last eight may overlap those before them: they get the same codes again.
  for (; i < count; i += 8) {
    const at = min(i, count - 8);
    const x = data + (<usize>at << 2);
    const w = words + (<usize>at << 2);
    const c = codes + (<usize>at << 1);
    if (v128.any_true(i32x4.gt_s(eight(x, w, c, reciprocal, rounding), certain))) exactly(x, w, c, 8, divisor, rounding);
  }
}

// @ts-ignore: decorator
@inline
function quantizePlanes(data: usize, words: usize, codes: usize, scales: usize, planes: i32, planeSize: i32, tensorScale: f64, Mg: i32, rounding: i32): void {
  for (let plane = 0; plane < planes; plane++) {
    const scale = <i32>load<u16>(scales + (<usize>plane << 1));
    const divisor = tensorScale * powerOfTwo(-(scale >> Mg)) * (Mg == 1 && (scale & 1) == 1 ? 1.5 : 1);
    quantizePlane(data, words, codes, planeSize, divisor, rounding);
    data += <usize>planeSize << 2;
    words += <usize>planeSize << 2;
    codes += <usize>planeSize << 1;
  }
}

/** Sets the element format and its rounding for the calls that follow. @param randomBits k, 1..24 */
export function setElement(exponentBits: i32, mantissaBits: i32, carries: bool, randomBits: i32): void {
  E = exponentBits;
  M = mantissaBits;
  carry = carries;
  k = randomBits;
  setFormat();
}

/**
 * Writes the codes of `planes` planes of `planeSize` elements, all at most their group scale x tensor scale.
 * @param data binary32 @param codes 2 bytes each @param scales their codes, 2 bytes each
 */
export function quantizeNearest(data: usize, codes: usize, scales: usize, planes: i32, planeSize: i32, tensorScale: f64, Mg: i32): void {
  quantizePlanes(data, 0, codes, scales, planes, planeSize, tensorScale, Mg, NEAREST);
}

/** As `quantizeNearest`. @param words the random word of each element, 4 bytes each */
export function quantizeStochastic(data: usize, words: usize, codes: usize, scales: usize, planes: i32, planeSize: i32, tensorScale: f64, Mg: i32): void {
  quantizePlanes(data, words, codes, scales, planes, planeSize, tensorScale, Mg, STOCHASTIC);
}

/** As `quantizeNearest`. */
export function quantizeTruncate(data: usize, codes: usize, scales: usize, planes: i32, planeSize: i32, tensorScale: f64, Mg: i32): void {
  quantizePlanes(data, 0, codes, scales, planes, planeSize, tensorScale, Mg, TRUNCATE);
}
