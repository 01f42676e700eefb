/**
 * The text of a waveform's records: the same bytes as `VcdText` with the banks of `traceOf`.
 *
 * A record is a sample: the cycle (64 bits), and of each bank that may have changed its index and its values.
 */
import { digitsFrom, nonzeroDigits, real, sixteenDigits } from './decimal';
import { Bank, Waveform } from './layout';
import { dumpvars, end, longVector, scalar, time, vector } from './lines';

/** What stands for no bank: the end of a record, and a word to pass over. */
const END: i32 = -1;
const NOTHING: i32 = -2;

/** Takes text that is complete. */
// @ts-ignore: decorator
@external('host', 'write')
declare function write(at: usize, length: i32): void;

/** Hands the lines so far to the host. */
export function flush(waveform: Waveform): void {
  const length = <i32>(waveform.at - waveform.text);
  waveform.at = waveform.text;
  if (length > 0) write(waveform.text, length);
}

/** Adds the lines of the records between two addresses. @returns false for a value that its width does not hold, which `wrong...` then tell */
export function format(waveform: Waveform, from: usize, to: usize): bool {
  while (from < to) {
    const next = record(waveform, from);
    if (next == 0) return false;
    from = next;
  }
  return true;
}

/** The line of a time without a sample: the beginning of a cycle. */
export function ending(waveform: Waveform, low: u32, high: u32): void {
  const at = place(waveform);
  const cycle = <u64>high << 32 | <u64>low;
  const digits = cycleDigits(cycle);
  const skip = ctz(nonzeroDigits(digits) | 0x1_0000);
  move(waveform, time(at, digitsFrom(digits, skip), 16 - skip, 0));
}

/** Hands over the text up to an address. @returns where the next line goes */
function flushed(waveform: Waveform, at: usize): usize {
  waveform.at = at;
  flush(waveform);
  return waveform.at;
}

/** Where the next line goes; below the mark. */
// @ts-ignore: decorator
@inline
function place(waveform: Waveform): usize {
  if (waveform.at >= waveform.mark) flush(waveform);
  return waveform.at;
}

// @ts-ignore: decorator
@inline
function move(waveform: Waveform, at: usize): void {
  waveform.at = at;
}

// @ts-ignore: decorator
@inline
function cycleDigits(cycle: u64): v128 {
  const high = cycle / 100_000_000;
  return sixteenDigits(<u32>high, <u32>(cycle - high * 100_000_000));
}

/** @returns the next record, 0 for a misfit */
function record(waveform: Waveform, from: usize): usize {
  const all = !waveform.begun;
  const clk = waveform.clk != 0;
  waveform.begun = true;
  const allDigits = cycleDigits(load<u64>(from));
  const skip = ctz(nonzeroDigits(allDigits) | 0x1_0000);
  const cycle = digitsFrom(allDigits, skip);
  let at = time(place(waveform), cycle, 16 - skip, 0);
  if (all) at = dumpvars(at);
  if (clk) at = scalar(at, 1, load<u64>(waveform.clk));
  move(waveform, at);
  from += 8;
  for (;;) {
    const index = load<i32>(from);
    from += 4;
    if (index == END) break;
    if (index == NOTHING) continue;
    const bank = changetype<Bank>(waveform.banks + <usize>index * offsetof<Bank>());
    const wide = bank.width > 32;
    const wrong = wide ? doubles(waveform, bank, from, all) : words(waveform, bank, from, all);
    if (wrong >= 0) {
      waveform.wrongBank = index;
      waveform.wrongIndex = wrong;
      waveform.wrongAt = from + (<usize>wrong << (wide ? 3 : 2));
      return 0;
    }
    from += <usize>bank.count << (wide ? 3 : 2);
  }
  at = place(waveform);
  if (all) at = end(at);
  if (clk) {
    at = time(at, cycle, 16 - skip, 5);
    at = scalar(at, 0, load<u64>(waveform.clk));
  }
  move(waveform, at);
  return from;
}

// @ts-ignore: decorator
@inline
function isNaN32(word: u32): bool {
  return (word & 0x7fff_ffff) > 0x7f80_0000;
}

/** Values of up to 32 bits. @returns the index of one that does not fit, or -1 */
function words(waveform: Waveform, bank: Bank, from: usize, all: bool): i32 {
  const unused: i32 = 32 - bank.width;
  const signed = bank.signed != 0;
  const written = bank.written;
  const count = changes(waveform, bank, from, all);
  const list = waveform.list;
  const endings = bank.endings;
  const reals = bank.realEndings;
  let at = waveform.at;
  const mark = waveform.mark;
  for (let entry = list, last = list + (<usize>count << 2); entry < last; entry += 4) {
    const signal = <usize>load<u32>(entry);
    const word = load<u32>(from + (signal << 2));
    const bits: u32 = (word << unused) >> unused;
    const held = signed ? <u32>(<i32>(word << unused) >> unused) : bits;
    if (held != word) return <i32>signal;
    if (at >= mark) at = flushed(waveform, at);
    const ending = load<u64>(endings + (signal << 3));
    at = unused == 31 ? scalar(at, bits, ending) : vector(at, bits, ending);
    // All patterns of not-a-number read alike.
    if (reals != 0 && (all || !(isNaN32(word) && isNaN32(load<u32>(written + (signal << 2)))))) at = real(waveform, at, bits, load<u64>(reals + (signal << 3)));
    store<u32>(written + (signal << 2), word);
  }
  waveform.at = at;
  return -1;
}

/** Lists the indices of values that are not those written last, or all. Without a branch that depends on the values. @returns how many */
// @ts-ignore: decorator
@inline
function changes(waveform: Waveform, bank: Bank, from: usize, all: bool): i32 {
  const written = bank.written;
  const always = all ? 15 : 0;
  const size = bank.count;
  let indices = i32x4(0, 1, 2, 3);
  let entry = waveform.list;
  for (let index = 0; index < size; index += 4) {
    let changed = i32x4.bitmask(i32x4.ne(v128.load(from + (<usize>index << 2)), v128.load(written + (<usize>index << 2)))) | always;
    // Behind the last value there is something else.
    if (size - index < 4) changed &= (1 << (size - index)) - 1;
    v128.store(entry, i8x16.swizzle(indices, v128.load(waveform.selections + (<usize>changed << 4))));
    entry += <usize>popcnt(changed) << 2;
    indices = i32x4.add(indices, i32x4.splat(4));
  }
  return <i32>((entry - waveform.list) >> 2);
}

/** Values of 33 to 53 bits. @returns the index of one that does not fit, or -1 */
function doubles(waveform: Waveform, bank: Bank, from: usize, all: bool): i32 {
  const width = bank.width;
  const mask: u64 = ((<u64>1) << width) - 1;
  const low = bank.signed != 0 ? -<f64>((<u64>1) << (width - 1)) : 0;
  const limit = low + <f64>((<u64>1) << width);
  const written = bank.written;
  for (let index = 0, count = bank.count; index < count; index++) {
    const value = load<f64>(from + (<usize>index << 3));
    if (value == load<f64>(written + (<usize>index << 3)) && !all) continue;
    if (!(value >= low && value < limit && floor<f64>(value) == value)) return index;
    move(waveform, longVector(place(waveform), <u64>(<i64>value) & mask, load<u64>(bank.endings + (<usize>index << 3))));
    store<f64>(written + (<usize>index << 3), value);
  }
  return -1;
}
