/**
 * Lines of a VCD file, without those of real numbers. All write at an address and return the address behind what they wrote; up to 64 bytes more may be
 * overwritten.
 *
 * An ending is what follows a value: a space, the identifier code and a line feed as bytes, and in the highest byte how many those are.
 */

// @ts-ignore: decorator
@inline
export function endLine(at: usize, ending: u64): usize {
  store<u64>(at, ending);
  return at + <usize>(ending >> 56);
}

/** A single bit, which has no space before its code. */
// @ts-ignore: decorator
@inline
export function scalar(at: usize, bit: u32, ending: u64): usize {
  store<u8>(at, 0x30 + bit);
  store<u32>(at + 1, <u32>(ending >> 8));
  return at + <usize>(ending >> 56);
}

/** The digits of bytes that each stand eight times in a row. */
// @ts-ignore: decorator
@inline
function binaryDigits(bytes: v128): v128 {
  const bits = i8x16(-128, 64, 32, 16, 8, 4, 2, 1, -128, 64, 32, 16, 8, 4, 2, 1);
  // A comparison gives -1.
  return i8x16.sub(i8x16.splat(0x30), i8x16.eq(v128.and(bytes, bits), bits));
}

/** A binary value of up to 32 bits without leading zeros, which readers put back. */
// @ts-ignore: decorator
@inline
export function vector(at: usize, bits: u32, ending: u64): usize {
  const zeros = clz(bits | 1);
  const aligned = i32x4.splat(bits << zeros);
  store<u8>(at, 0x62); // b
  v128.store(at + 1, binaryDigits(i8x16.shuffle(aligned, aligned, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2)));
  v128.store(at + 17, binaryDigits(i8x16.shuffle(aligned, aligned, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
  return endLine(at + 33 - <usize>zeros, ending);
}

/** The same of up to 64 bits. */
export function longVector(at: usize, bits: u64, ending: u64): usize {
  const zeros = clz(bits | 1);
  const aligned = i64x2.splat(bits << zeros);
  store<u8>(at, 0x62); // b
  v128.store(at + 1, binaryDigits(i8x16.shuffle(aligned, aligned, 7, 7, 7, 7, 7, 7, 7, 7, 6, 6, 6, 6, 6, 6, 6, 6)));
  v128.store(at + 17, binaryDigits(i8x16.shuffle(aligned, aligned, 5, 5, 5, 5, 5, 5, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4)));
  v128.store(at + 33, binaryDigits(i8x16.shuffle(aligned, aligned, 3, 3, 3, 3, 3, 3, 3, 3, 2, 2, 2, 2, 2, 2, 2, 2)));
  v128.store(at + 49, binaryDigits(i8x16.shuffle(aligned, aligned, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0)));
  return endLine(at + 65 - <usize>zeros, ending);
}

/** Opens the values of the first sample. */
export function dumpvars(at: usize): usize {
  store<u64>(at, 0x7261_7670_6d75_6424); // $dumpvar
  store<u16>(at + 8, 0x0a73); // s
  return at + 10;
}

/** Closes them. */
export function end(at: usize): usize {
  store<u64>(at, 0x0a_646e_6524); // $end
  return at + 5;
}

/** A time of ten units a cycle. @param cycle as decimal digits without leading zeros, none for 0 @param count of digits @param last the time's last digit */
// @ts-ignore: decorator
@inline
export function time(at: usize, cycle: v128, count: i32, last: u32): usize {
  store<u8>(at, 0x23); // #
  v128.store(at + 1, cycle);
  store<u16>(at + 1 + count, <u16>(0x0a30 + last));
  return at + 3 + count;
}
