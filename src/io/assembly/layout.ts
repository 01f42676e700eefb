/** What the host lays out in memory for the formatter: words of 32 bits, in the order of `vcd-layout.ts`. */

@unmanaged
export class Bank {
  /** In bits, 1 to 53; above 32 values are doubles, else words. */
  width: i32;
  signed: i32;
  /** Of signals. */
  count: i32;
  /** The ending of each signal's lines (see `lines.ts`). */
  endings: usize;
  /** The endings of the decoded values' lines; 0 but for binary32. */
  realEndings: usize;
  /** The values that were written last, with room for 16 bytes more. */
  written: usize;
}

@unmanaged
export class Waveform {
  /** Where lines are gathered, and how many bytes of them there are. */
  text: usize;
  length: i32;
  /** From so many bytes on they are handed to the host. */
  mark: i32;
  /** Whether a sample has been written. */
  begun: i32;
  /** The ending of the clock's lines; 0 where there is no clock. */
  clk: usize;
  banks: usize;
  /** The tables of `decimal.ts`. */
  factors: usize;
  exponents: usize;
  thresholds: usize;
  /** The value that its width does not hold: its bank, its index, and where it is. */
  wrongBank: i32;
  wrongIndex: i32;
  wrongAt: usize;
}
