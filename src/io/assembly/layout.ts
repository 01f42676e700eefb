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
  /** Where lines are gathered, and where the next one goes. */
  text: usize;
  at: usize;
  /** From here on they are handed to the host. */
  mark: usize;
  /** Whether a sample has been written. */
  begun: i32;
  /** The ending of the clock's lines; 0 where there is no clock. */
  clk: usize;
  banks: usize;
  /** Room for the indices of the values of a bank that have changed. */
  list: usize;
  /** For each set of four lanes, which 16 bytes bring them to the front. */
  selections: usize;
  /** The tables of `decimal.ts`. */
  factors: usize;
  thresholds: usize;
  exponents: usize;
  /** The value that its width does not hold: its bank, its index, and where it is. */
  wrongBank: i32;
  wrongIndex: i32;
  wrongAt: usize;
}
