/**
 * Codes of elements from their positions, 32 elements at a time.
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
 * ties, and about MARGIN / 2^(23-M) of other elements) it has to be decided exactly.
 *
 * Excess. Where r has a few bits below those of u, at most MAX_EXCESS units of them, these stay as they are in the random word: r is too
 * large by an excess of at most as many units, which are taken away with the one, and the margin is wider by as many.
 */

import { NEAREST, STOCHASTIC, TRUNCATE } from './quantization-exact';

/** Stochastic rounding with random bits that have to be masked. */
const STOCHASTIC_MASKED = 3;

const MARGIN = 9;
const MAX_EXCESS = 63;
const MANTISSA_BITS = 23;
/** Elements of one step of the loop. */
export const STEP = 32;

/** The format, the same for all elements of a call. */
let E: i32 = 0;
let M: i32 = 0;
/** Whether the random bits have to be masked. */
let masked: bool = false;
/** The sign bit of an X, and all others; the first of an exponent's bits. */
let magnitudeBits: v128 = i32x4.splat(0);
let exponentStep: v128 = i32x4.splat(0);
/** 2^emin */
let smallest: v128 = i32x4.splat(0);
/** bits(2^emin) + 1 + excess: from a sum's bits to a lower bound of z. */
let below: v128 = i32x4.splat(0);
/** A position or'ed with this is in the last code below its limit, and keeps its low bits: those of a position close to the limit are undecided. */
let limit: v128 = i32x4.splat(0);
/** r of `nearest`, or the bits of r of `stochastic`. */
let random: v128 = i32x4.splat(0);
/** The bits of a position below its code. */
let fraction: v128 = i32x4.splat(0);
/** The largest `fraction` that is certain. */
let certain: v128 = i32x4.splat(0);
/** The sign bit of a code. */
let signBit: v128 = i32x4.splat(0);

/** Sets the element format and its rounding for the calls that follow. @param randomBits k, 1..24 */
export function setPositions(exponentBits: i32, mantissaBits: i32, rounding: i32, carries: bool, randomBits: i32): void {
  E = exponentBits;
  M = mantissaBits;
  const exponents = 1 << E;
  const unit = 1 << (MANTISSA_BITS - M);
  const smallestBits = (128 - exponents) << MANTISSA_BITS;
  const unused = max(1, unit >> randomBits) - 1;
  masked = unused > MAX_EXCESS;
  const excess = rounding == STOCHASTIC && !masked ? unused : 0;
  magnitudeBits = i32x4.splat(0x7fff_ffff);
  exponentStep = i32x4.splat(1 << MANTISSA_BITS);
  smallest = i32x4.splat(smallestBits);
  below = i32x4.splat(smallestBits + 1 + excess);
  limit = i32x4.splat(((carries ? exponents : 1) << MANTISSA_BITS) - unit);
  random = i32x4.splat(rounding == NEAREST ? unit >> 1 : unit - 1 - unused);
  fraction = i32x4.splat(unit - 1);
  certain = i32x4.splat(unit - 1 - MARGIN - excess);
  signBit = i16x8.splat((<i16>1) << <i16>(E + M));
}

/** The lower bounds of four positions, with what rounding adds. @param word where the random words are @param m M */
// @ts-ignore: decorator
@inline
function position(x: v128, word: usize, reciprocal: v128, rounding: i32, m: i32, bits: v128, step: v128, least: v128, first: v128, last: v128, added: v128): v128 {
  const y = f32x4.mul(v128.and(x, bits), reciprocal);
  // Both pieces and all limits have bits(2^emin) added to them.
  const z = i32x4.max_s(f32x4.add(y, least), i32x4.add(y, step));
  // Truncation never overflows, and has no r that would keep the position of a zero from 0 - 1.
  if (rounding == TRUNCATE) return i32x4.max_s(i32x4.sub(z, first), i32x4.splat(0));
  let r = added;
  if (rounding != NEAREST) r = i32x4.shr_u(v128.load(word), 32 - MANTISSA_BITS + m);
  if (rounding == STOCHASTIC_MASKED) r = v128.and(r, added);
  return i32x4.sub(i32x4.min_s(i32x4.add(z, r), v128.or(z, last)), first);
}

/** Eight elements: writes their codes, and returns the low bits of their positions, which are undecided from 2^(23-M) - MARGIN - excess on. */
// @ts-ignore: decorator
@inline
function eight(x: usize, word: usize, code: usize, reciprocal: usize, rounding: i32, m: i32, bits: v128, step: v128, least: v128, first: v128, last: v128, added: v128, low: v128, sign: v128): v128 {
  const x0 = v128.load(x);
  const x1 = v128.load(x, 16);
  const z0 = position(x0, word, v128.load(reciprocal), rounding, m, bits, step, least, first, last, added);
  const z1 = position(x1, word + 16, v128.load(reciprocal, 16), rounding, m, bits, step, least, first, last, added);
  const magnitudes = i16x8.narrow_i32x4_u(i32x4.shr_u(z0, MANTISSA_BITS - m), i32x4.shr_u(z1, MANTISSA_BITS - m));
  // Saturation leaves the sign bit of each X in place.
  v128.store(code, v128.or(magnitudes, v128.and(i16x8.shr_s(i16x8.narrow_i32x4_s(x0, x1), 15), sign)));
  return i32x4.max_s(v128.and(z0, low), v128.and(z1, low));
}

/**
 * Writes the codes of `count` elements, and of up to STEP - 1 more. @returns whether there is an undecided one, whose code may be wrong
 * @param x binary32 @param word random words, 4 bytes each, for stochastic rounding @param code 2 bytes each
 * @param reciprocal R of each element where `pitch` is 4 x STEP, of STEP elements where it is 0
 * @param rounding, m constants: shifts by a variable would be a third of all instructions
 */
// @ts-ignore: decorator
@inline
function codesOf(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize, rounding: i32, m: i32): bool {
  // In local variables, as a store may change what is global.
  const bits = magnitudeBits;
  const step = exponentStep;
  const least = smallest;
  const first = below;
  const last = limit;
  const added = random;
  const low = fraction;
  const sign = signBit;
  let undecided = i32x4.splat(0);
  for (const end = x + (<usize>count << 2); x < end; x += STEP << 2) {
    undecided = i32x4.max_s(undecided, eight(x, word, code, reciprocal, rounding, m, bits, step, least, first, last, added, low, sign));
    undecided = i32x4.max_s(undecided, eight(x + 32, word + 32, code + 16, reciprocal + 32, rounding, m, bits, step, least, first, last, added, low, sign));
    undecided = i32x4.max_s(undecided, eight(x + 64, word + 64, code + 32, reciprocal + 64, rounding, m, bits, step, least, first, last, added, low, sign));
    undecided = i32x4.max_s(undecided, eight(x + 96, word + 96, code + 48, reciprocal + 96, rounding, m, bits, step, least, first, last, added, low, sign));
    word += STEP << 2;
    code += STEP << 1;
    reciprocal += pitch;
  }
  return v128.any_true(i32x4.gt_s(undecided, certain));
}

// A function for each, as the compiler folds inlined calls that differ in constants into one with variables.
function nearest1(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, NEAREST, 1);
}
function nearest2(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, NEAREST, 2);
}
function nearest3(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, NEAREST, 3);
}
function nearest4(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, NEAREST, 4);
}
function nearestM(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, NEAREST, M);
}
function stochastic1(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC, 1);
}
function stochastic2(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC, 2);
}
function stochastic3(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC, 3);
}
function stochastic4(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC, 4);
}
function stochasticM(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC, M);
}
function stochasticMasked(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, word, code, count, reciprocal, pitch, STOCHASTIC_MASKED, M);
}

export function nearestCodes(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  switch (M) {
    case 1: return nearest1(x, code, count, reciprocal, pitch);
    case 2: return nearest2(x, code, count, reciprocal, pitch);
    case 3: return nearest3(x, code, count, reciprocal, pitch);
    case 4: return nearest4(x, code, count, reciprocal, pitch);
    default: return nearestM(x, code, count, reciprocal, pitch);
  }
}
export function stochasticCodes(x: usize, word: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  if (masked) return stochasticMasked(x, word, code, count, reciprocal, pitch);
  switch (M) {
    case 1: return stochastic1(x, word, code, count, reciprocal, pitch);
    case 2: return stochastic2(x, word, code, count, reciprocal, pitch);
    case 3: return stochastic3(x, word, code, count, reciprocal, pitch);
    case 4: return stochastic4(x, word, code, count, reciprocal, pitch);
    default: return stochasticM(x, word, code, count, reciprocal, pitch);
  }
}
export function truncatedCodes(x: usize, code: usize, count: i32, reciprocal: usize, pitch: usize): bool {
  return codesOf(x, 0, code, count, reciprocal, pitch, TRUNCATE, M);
}
