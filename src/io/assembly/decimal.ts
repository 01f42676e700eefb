/** Decimal digits. */
import { endLine } from './lines';
import { Waveform } from './layout';

/** 16 digits as bytes of ASCII, the first one lowest. @param high, low in [0, 10^8): the first and the last eight */
// @ts-ignore: decorator
@inline
export function sixteenDigits(high: u32, low: u32): v128 {
  const first = high / 10_000;
  const third = low / 10_000;
  // Four digits in each 32-bit lane, then two in each 16-bit lane, then one a byte. Quotients by multiplication: exact below 10^4 and 100.
  const fours = i32x4(first, high - first * 10_000, third, low - third * 10_000);
  const hundreds = i32x4.shr_u(i32x4.mul(fours, i32x4.splat(5243)), 19);
  const twos = i32x4.sub(i32x4.shl(fours, 16), i32x4.mul(hundreds, i32x4.splat((100 << 16) - 1)));
  const tens = i16x8.shr_u(i16x8.mul(twos, i16x8.splat(103)), 10);
  const ones = i16x8.sub(i16x8.shl(twos, 8), i16x8.mul(tens, i16x8.splat((10 << 8) - 1)));
  return i8x16.add(ones, i8x16.splat(0x30));
}

/** Which of 16 digits are not 0, first one lowest. */
// @ts-ignore: decorator
@inline
export function nonzeroDigits(digits: v128): u32 {
  return <u32>i8x16.bitmask(i8x16.ne(digits, i8x16.splat(0x30)));
}

/** The digits from `skip` on. @param skip up to 16 */
// @ts-ignore: decorator
@inline
export function digitsFrom(digits: v128, skip: i32): v128 {
  const places = i8x16(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
  return i8x16.swizzle(digits, i8x16.add(places, i8x16.splat(<i8>skip)));
}

/**
 * The line of a binary32 pattern's exact value, in the digits that give it back when read as binary64: those of `decimal17`, d.ddde-5, without
 * trailing zeros and without an exponent of 0. Infinities and NaN as C writes and reads them.
 */
export function real(waveform: Waveform, at: usize, pattern: u32, ending: u64): usize {
  store<u8>(at++, 0x72); // r
  const magnitude = pattern & 0x7fff_ffff;
  store<u8>(at, 0x2d); // -
  at += usize(pattern != magnitude && magnitude <= 0x7f80_0000);
  if (magnitude == 0) {
    store<u8>(at++, 0x30);
  } else if (magnitude >= 0x7f80_0000) {
    store<u32>(at, magnitude == 0x7f80_0000 ? 0x66_6e69 : 0x6e_616e); // inf, nan
    at += 3;
  } else {
    at = finite(waveform, at, magnitude);
  }
  return endLine(at, ending);
}

const EIGHT_DIGITS: f64 = 1e8;
const MIN_EXPONENT: i32 = -149;

function finite(waveform: Waveform, at: usize, magnitude: u32): usize {
  let binade = <i32>(magnitude >> 23) - 127 - MIN_EXPONENT;
  let mantissa = (magnitude & 0x7f_ffff) | 0x80_0000;
  if (magnitude < 0x80_0000) {
    const shift = clz(magnitude) - 8;
    mantissa = magnitude << shift;
    binade = -126 - <i32>shift - MIN_EXPONENT;
  }
  const row = 2 * binade + i32(mantissa >= load<u32>(waveform.thresholds + (<usize>binade << 2)));
  const factors = waveform.factors + <usize>row * 24;
  const number = <f64>mantissa;
  const high = number * load<f64>(factors);
  const quotient = <u32>(high * (1 / EIGHT_DIGITS));
  const rest = <u32>(high - <f64>quotient * EIGHT_DIGITS + (number * load<f64>(factors, 8) + number * load<f64>(factors, 16)) + 0.5);
  const carry = rest / 100_000_000;
  const head = quotient + carry;
  const first = head / 100_000_000;
  const digits = sixteenDigits(head - first * 100_000_000, rest - carry * 100_000_000);
  store<u16>(at, <u16>(0x2e30 + first)); // d.
  v128.store(at + 2, digits);
  const nonzero = nonzeroDigits(digits);
  at += nonzero == 0 ? 1 : <usize>(34 - clz(nonzero));
  return endLine(at, load<u64>(waveform.exponents + (<usize>row << 3)));
}
