/**
 * One element exactly, in binary64 (paper Alg. 1 lines 9-14, Eq. 4): what the vectors leave undecided, and groups beyond their range.
 *
 * With a, b and b x floor(a / b) multiples of a unit u, and a < 2^53 u: the rounded quotient has the exact one's floor. (A quotient below
 * an integer N is below it by u / b or more, and N x 2^-53 <= a / b x 2^-53 < u / b.) Both divisions here are of this kind: |X| has 24
 * significant bits, S_g x S_t has 26, a floor has 11 and a random integer at most 24.
 */

export const NEAREST = 0;
export const STOCHASTIC = 1;
export const TRUNCATE = 2;

/** 2^exponent. @param exponent -1022..1023 */
// @ts-ignore: decorator
@inline
export function powerOfTwo(exponent: i32): f64 {
  return reinterpret<f64>(<u64>(1023 + exponent) << 52);
}

/** Whether floor + remainder / unit rounds to floor + 1. @param word the element's random word: u is its top k bits */
// @ts-ignore: decorator
@inline
function roundsUp(floor: u32, remainder: f64, unit: f64, rounding: i32, k: i32, word: u32): bool {
  if (rounding == NEAREST) return 2 * remainder > unit || (2 * remainder == unit && (floor & 1) == 1);
  if (rounding == STOCHASTIC) return <u32>Math.floor((remainder * powerOfTwo(k)) / unit) + (word >>> (32 - k)) >= <u32>1 << k;
  return false;
}

/** The code of an element with |X| <= divisor. @param divisor S_g x S_t */
export function exactCode(bits: u32, word: u32, divisor: f64, E: i32, M: i32, rounding: i32, carry: bool, k: i32): u32 {
  const sign = (bits >>> 31) << (E + M);
  const magnitude = <f64>reinterpret<f32>(bits & 0x7fff_ffff);
  if (magnitude == 0) return sign;
  const largest = (<u32>1 << (E + M)) - 1;
  const x = magnitude / divisor;
  if (x >= 1) return sign | largest;

  // The rounded x has the exponent of the exact one, as a power of two is a floor too; it is far from binary64's own subnormals.
  const e = <i32>(reinterpret<u64>(x) >> 52) - 1023;
  const emin = 1 - (1 << E);
  const normal = E > 0 && e >= emin;
  const unit = divisor * powerOfTwo((normal ? e : emin) - M);
  const quotient = Math.floor(magnitude / unit);
  const floor = <u32>quotient;
  const n = floor + <u32>roundsUp(floor, magnitude - quotient * unit, unit, rounding, k, word);
  const hidden = <u32>1 << M;
  // The code that continues into the next exponent; a clipped mantissa stays one below it (Alg. 1 line 13).
  const carried = normal ? (<u32>(e - emin) << M) + n : n;
  const overflows = n == (normal ? 2 * hidden : hidden);
  return sign | min(overflows && !carry ? carried - 1 : carried, largest);
}
