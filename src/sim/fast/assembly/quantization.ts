/**
 * Quantizing elements (paper Alg. 1 lines 9-14, Eq. 4), a slice of a tensor at a time; `elementQuantizer` in src/formats is the plain one.
 * A slice goes through in blocks, whose reciprocals of scales, random words and codes stay in a first-level cache.
 */
import { exactCode, NEAREST, powerOfTwo, STOCHASTIC, TRUNCATE } from './quantization-exact';
import { philoxWords } from './quantization-philox';
import { nearestCodes, setPositions, STEP, stochasticCodes, truncatedCodes } from './quantization-positions';
import { maximum } from './quantization-scales';

export { philoxWords } from './quantization-philox';
export { planeMaxima, groupScales } from './quantization-scales';

/** Elements of a block: a multiple of 32, for which Philox makes words at once, and of STEP. */
const BLOCK = 1024;
/** Planes of at least so many elements have a reciprocal for all elements of a block, shorter ones one for each. */
const LONG = 256;
/** Elements whose undecided ones are looked for at once. */
const CHECKED = 128;
/** Reciprocals are written in vectors: at least so many for a plane. */
const RECIPROCALS = 12;
/** Positions are for S_g x S_t from 2^-118 to 2^118, where R is a normal number. */
const LARGEST_EXPONENT = 118;
const MANTISSA_BITS = 23;

/** The format, its rounding and the random bits. */
let E: i32 = 0;
let M: i32 = 0;
let rounding: i32 = NEAREST;
let carry: bool = false;
let k: i32 = 0;

/** The slice: where its elements, codes and scales are, and the elements of a plane. */
let data: usize = 0;
let codes: usize = 0;
let scales: usize = 0;
let planeSize: i32 = 0;
/** S_t, and whether scales have a mantissa bit. */
let tensorScale: f64 = 1;
let Mg: i32 = 0;
/** The exponent of S_t; the bit pattern of R for S_g = 1 and S_t of exponent 0, and what S_g = 1.5 adds to it. */
let tensorExponent: i32 = 0;
let reciprocal: i32 = 0;
let reciprocalStep: i32 = 0;

/** Where the block's reciprocals are. Whole planes are written, and the first and the last may be partly outside. */
let reciprocals: usize = 0;
/** The random word of the slice's first element, if all are given. */
let words: usize = 0;

/** S_g x S_t. */
function divisorOf(scale: i32): f64 {
  return tensorScale * powerOfTwo(-(scale >> Mg)) * ((scale & Mg) == 1 ? 1.5 : 1);
}

/** The bit pattern of R = (1 - 2^-22) / (S_g x S_t), or 0 where that is for `exactCode`. */
// @ts-ignore: decorator
@inline
function reciprocalOf(scale: i32): i32 {
  const exponent = (scale >> Mg) - tensorExponent;
  const bits = reciprocal + reciprocalStep * (scale & Mg) + (exponent << MANTISSA_BITS);
  return <u32>(exponent + LARGEST_EXPONENT) <= 2 * LARGEST_EXPONENT ? bits : 0;
}

// @ts-ignore: decorator
@inline
function scaleOf(plane: i32): i32 {
  return <i32>load<u16>(scales + (<usize>plane << 1));
}

/** The codes of the slice's elements from first to first + count - 1, one at a time. @param word the first one's random word */
function exactly(first: i32, count: i32, word: usize): void {
  for (let i = first; i < first + count; i++) {
    const bits = load<u32>(data + (<usize>i << 2));
    const random = rounding == STOCHASTIC ? load<u32>(word) : 0;
    store<u16>(codes + (<usize>i << 1), <u16>exactCode(bits, random, divisorOf(scaleOf(i / planeSize)), E, M, rounding, carry, k));
    word += 4;
  }
}

/** The codes of elements that have reciprocals, and of up to STEP - 1 more, where none of them is undecided. @returns whether one is */
// @ts-ignore: decorator
@inline
function isUndecided(first: i32, count: i32, word: usize, at: usize, pitch: usize): bool {
  const x = data + (<usize>first << 2);
  const code = codes + (<usize>first << 1);
  if (rounding == STOCHASTIC) return stochasticCodes(x, word, code, count, at, pitch);
  if (rounding == NEAREST) return nearestCodes(x, code, count, at, pitch);
  return truncatedCodes(x, code, count, at, pitch);
}

/** The codes of CHECKED elements or less, a STEP of which is undecided. */
function withUndecided(first: i32, count: i32, word: usize, at: usize, pitch: usize): void {
  for (let done = 0; done < count; done += STEP) {
    const some = min(count - done, STEP);
    if (isUndecided(first + done, some, word, at, pitch)) exactly(first + done, some, word);
    word += STEP << 2;
    at += pitch;
  }
}

/** The codes of elements that have reciprocals, and of up to STEP - 1 more. @param at reciprocals as `pitch` says @param word the first one's random word */
function withReciprocals(first: i32, count: i32, word: usize, at: usize, pitch: usize): void {
  for (let done = 0; done < count; done += CHECKED) {
    const some = min(count - done, CHECKED);
    if (isUndecided(first + done, some, word, at, pitch)) withUndecided(first + done, some, word, at, pitch);
    word += CHECKED << 2;
    at += pitch * (CHECKED / STEP);
  }
}

/** The codes of a part of a plane with no reciprocal. Those of zeros are right already. */
function withoutReciprocal(first: i32, count: i32, word: usize): void {
  if (maximum(data + (<usize>first << 2), count) != 0) exactly(first, count, word);
}

/** `reciprocalOf` the scales of four planes, side by side. */
// @ts-ignore: decorator
@inline
function reciprocalsOf(four: usize): v128 {
  const codes = i32x4.extend_low_i16x8_u(v128.load64_zero(four));
  const mantissas = v128.and(codes, i32x4.splat(Mg));
  const exponents = i32x4.sub(i32x4.shr_u(codes, Mg), i32x4.splat(tensorExponent));
  const bits = i32x4.add(i32x4.add(i32x4.splat(reciprocal), i32x4.mul(mantissas, i32x4.splat(reciprocalStep))), i32x4.shl(exponents, MANTISSA_BITS));
  return v128.and(bits, i32x4.le_u(i32x4.add(exponents, i32x4.splat(LARGEST_EXPONENT)), i32x4.splat(2 * LARGEST_EXPONENT)));
}

/** Writes the reciprocals of a plane, and of up to RECIPROCALS - 1 elements more. @param size elements */
// @ts-ignore: decorator
@inline
function spread(vector: v128, to: usize, size: i32): void {
  const end = to + (<usize>size << 2);
  do {
    v128.store(to, vector);
    v128.store(to, vector, 16);
    v128.store(to, vector, 32);
    to += RECIPROCALS << 2;
  } while (to < end);
}

/** A block of parts of long planes. @param word the first element's random word */
function longPlanes(first: i32, count: i32, word: usize): void {
  const end = first + count;
  for (let i = first; i < end; ) {
    const plane = i / planeSize;
    const some = min(end, (plane + 1) * planeSize) - i;
    const bits = reciprocalOf(scaleOf(plane));
    spread(i32x4.splat(bits), reciprocals, STEP);
    withReciprocals(i, some, word, reciprocals, 0);
    if (bits == 0) withoutReciprocal(i, some, word);
    i += some;
    word += <usize>some << 2;
  }
}

/** A block of short planes. @param word the first element's random word */
function shortPlanes(first: i32, count: i32, word: usize): void {
  const end = first + count;
  const before = first / planeSize;
  let missing = false;
  // The first plane may begin before the block, and the last one end behind it.
  let to = reciprocals - (<usize>(first - before * planeSize) << 2);
  const pitch = <usize>planeSize << 2;
  const stop = reciprocals + (<usize>count << 2);
  let scale = scales + (<usize>before << 1);
  for (; to + 4 * pitch <= stop; scale += 8) {
    const four = reciprocalsOf(scale);
    if (!i32x4.all_true(four)) missing = true;
    spread(v128.shuffle<i32>(four, four, 0, 0, 0, 0), to, planeSize);
    spread(v128.shuffle<i32>(four, four, 1, 1, 1, 1), to + pitch, planeSize);
    spread(v128.shuffle<i32>(four, four, 2, 2, 2, 2), to + 2 * pitch, planeSize);
    spread(v128.shuffle<i32>(four, four, 3, 3, 3, 3), to + 3 * pitch, planeSize);
    to += 4 * pitch;
  }
  for (; to < stop; scale += 2) {
    const bits = reciprocalOf(<i32>load<u16>(scale));
    if (bits == 0) missing = true;
    spread(i32x4.splat(bits), to, planeSize);
    to += pitch;
  }
  withReciprocals(first, count, word, reciprocals, STEP << 2);
  if (!missing) return;
  for (let plane = before; plane * planeSize < end; plane++) {
    if (reciprocalOf(scaleOf(plane)) != 0) continue;
    const from = max(first, plane * planeSize);
    withoutReciprocal(from, min(end, (plane + 1) * planeSize) - from, word + (<usize>(from - first) << 2));
  }
}

/** @param word the first element's random word */
function quantizeBlock(first: i32, count: i32, word: usize): void {
  if (planeSize >= LONG) longPlanes(first, count, word);
  else shortPlanes(first, count, word);
}

/** Sets the element format and its rounding for the calls that follow. @param how NEAREST, STOCHASTIC or TRUNCATE @param randomBits k, 1..24 */
export function setElement(exponentBits: i32, mantissaBits: i32, how: i32, carries: bool, randomBits: i32): void {
  E = exponentBits;
  M = mantissaBits;
  rounding = how;
  carry = carries;
  k = randomBits;
  setPositions(E, M, rounding, carry, k);
}

/** Sets the tensor scale S_t and the mantissa bits of group scales for the calls that follow. */
export function setScale(scale: f64, mantissaBits: i32): void {
  tensorScale = scale;
  Mg = mantissaBits;
  tensorExponent = <i32>(reinterpret<u64>(scale) >> 52) - 1023;
  const one = scale * powerOfTwo(-tensorExponent);
  reciprocal = reinterpret<i32>(<f32>((1 - powerOfTwo(-22)) / one));
  reciprocalStep = reinterpret<i32>(<f32>((1 - powerOfTwo(-22)) / (1.5 * one))) - reciprocal;
}

/** Sets where the slices of the calls that follow are. @param room for reciprocals of a block and of two planes more, 4 bytes each */
export function setSlice(elements: usize, elementCodes: usize, groupScales: usize, room: usize): void {
  data = elements;
  codes = elementCodes;
  scales = groupScales;
  reciprocals = room + (LONG << 2);
}

/**
 * Writes the codes of `planes` planes of `size` elements, all at most their group scale x tensor scale, and up to STEP - 1 codes more.
 * @param given the random word of each element, 4 bytes each, for stochastic rounding
 */
export function quantize(planes: i32, size: i32, given: usize): void {
  planeSize = size;
  const total = planes * size;
  for (let first = 0; first < total; first += BLOCK) quantizeBlock(first, min(total - first, BLOCK), given + (<usize>first << 2));
}

/**
 * As `quantize`, with Philox's words, of which those of a block are written to `room`: 4 bytes for each of its elements, and for 35 more.
 * @param block the Philox block of the first element @param offset the first element's word in it
 */
export function quantizePhilox(planes: i32, size: i32, room: usize, block: u32, offset: i32, key0: u32, key1: u32, stream: u32): void {
  planeSize = size;
  const total = planes * size;
  // All but the first begin with a Philox block.
  let count = BLOCK - offset;
  for (let first = 0; first < total; first += count) {
    if (first > 0) count = BLOCK;
    const some = min(total - first, count);
    philoxWords(room, block, (offset + some + 3) >> 2, key0, key1, stream);
    quantizeBlock(first, some, room + (<usize>offset << 2));
    block += BLOCK >> 2;
    offset = 0;
  }
}
