/** The decimal digits of binary32 numbers, several times as fast as the host's conversion of a number to a string. */
import { binary32Value } from '../bits/host-float.ts';

export const EIGHT_DIGITS = 1e8;
const NINE_DIGITS = 1e9;

/** Powers of ten that bring the least and the largest binary32 number to 17 digits. */
const MIN_POWER = -22;
const MAX_POWER = 61;

/** Bits of a part of a power of ten: its product with a binary32 mantissa of 24 bits is exact in the 53 of the host's numbers. */
const PART_BITS = 29;

/** 10^p for p from MIN_POWER on, truncated to 87 bits: three parts, highest first, whose sum it is. */
const POWERS = Float64Array.from({ length: 3 * (MAX_POWER - MIN_POWER + 1) }, (_, index) => powerPart(MIN_POWER + Math.floor(index / 3), index % 3));

function powerPart(power: number, part: number): number {
  const bits = 3 * PART_BITS;
  const [over, under] = power < 0 ? [1n, 10n ** BigInt(-power)] : [10n ** BigInt(power), 1n];
  const scale = bits - 1 - Math.floor(power * Math.log2(10));
  const mantissa = scale < 0 ? (over >> BigInt(-scale)) / under : (over << BigInt(scale)) / under;
  const shift = (2 - part) * PART_BITS;
  return Number((mantissa >> BigInt(shift)) & ((1n << BigInt(PART_BITS)) - 1n)) * 2 ** (shift - scale);
}

/** A number as 17 decimal digits: d.dddddddd dddddddd x 10^exponent. */
export interface Decimal17 {
  /** The first nine digits, from 10^8 on. */
  head: number;
  /** The last eight. */
  tail: number;
  exponent: number;
}

const result: Decimal17 = { head: 0, tail: 0, exponent: 0 };

/**
 * A binary32 number to 17 significant digits: as many as tell any two binary64 numbers apart, and the exact value where it has no more.
 * The digits are within 0.5 + 2^-20 units of the last one, which is less than the 0.55 that a reader may be off.
 * @param magnitude the pattern of a finite number above 0 @returns an object that the next call overwrites
 */
export function decimal17(magnitude: number): Decimal17 {
  const value = binary32Value(magnitude);
  const binaryExponent = magnitude >= 0x80_0000 ? (magnitude >>> 23) - 127 : 31 - Math.clz32(magnitude) - 149;
  // floor(log10 2^binaryExponent): the decimal exponent, or one less.
  for (let exponent = Math.floor(binaryExponent * Math.LOG10E * Math.LN2); ; exponent++) {
    const power = 3 * (16 - exponent - MIN_POWER);
    const high = value * POWERS[power];
    // `high` is an even integer (2^53 <= 10^16 <= it), so that both the quotient's product and what is left are exact.
    // The small reduction keeps a rounded-up product from giving a quotient too large; the rest then has one more, and carries it.
    const quotient = (high * (1 / EIGHT_DIGITS) - 1e-6) | 0;
    const rest = Math.round(high - quotient * EIGHT_DIGITS + (value * POWERS[power + 1] + value * POWERS[power + 2])) | 0;
    const carry = (rest / EIGHT_DIGITS) | 0;
    const head = quotient + carry;
    if (head >= NINE_DIGITS) continue;
    result.head = head;
    result.tail = rest - carry * EIGHT_DIGITS;
    result.exponent = exponent;
    return result;
  }
}
