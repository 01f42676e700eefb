/** How much of the group scaler's outputs binary32 kept. */
import { BINARY32_BITS } from './scaler-bound.ts';

/** The outcome for all groups. */
export interface ScalerReport {
  readonly groups: number;
  /** Groups whose scaled sum is exact in binary32. */
  readonly exact: number;
  /** Groups whose scaled sum was rounded; of those, `underflowed` had few enough bits, but some of them below 2^-149. */
  readonly rounded: number;
  readonly underflowed: number;
  /** Groups by the bits of |Q| from its first 1 to its last: [bits, groups], ascending. */
  readonly significantBits: readonly (readonly [number, number])[];
}

/** Wider than any |Q|. */
const MOST_BITS = 256;

export class ScalerTally {
  private readonly bits = new Float64Array(MOST_BITS);
  private exact = 0;
  private underflowed = 0;

  /** @param significant bits of |Q| from its first 1 to its last, 0 for 0 @param exact whether binary32 has the scaled sum */
  add(significant: number, exact: boolean): void {
    this.bits[significant]++;
    if (exact) this.exact++;
    else if (significant <= BINARY32_BITS) this.underflowed++;
  }

  report(): ScalerReport {
    const significantBits = [...this.bits.entries()].filter(([, groups]) => groups > 0);
    const groups = significantBits.reduce((sum, [, count]) => sum + count, 0);
    return { groups, exact: this.exact, rounded: groups - this.exact, underflowed: this.underflowed, significantBits };
  }
}
