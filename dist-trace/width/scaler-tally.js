/** How much of the group scaler's outputs binary32 kept. */
import { BINARY32_BITS } from "./scaler-bound.js";
/** Wider than any |Q|. */
const MOST_BITS = 256;
export class ScalerTally {
    bits = new Float64Array(MOST_BITS);
    exact = 0;
    underflowed = 0;
    /** @param significant bits of |Q| from its first 1 to its last, 0 for 0 @param exact whether binary32 has the scaled sum */
    add(significant, exact) {
        this.bits[significant]++;
        if (exact)
            this.exact++;
        else if (significant <= BINARY32_BITS)
            this.underflowed++;
    }
    report() {
        const significantBits = [...this.bits.entries()].filter(([, groups]) => groups > 0);
        const groups = significantBits.reduce((sum, [, count]) => sum + count, 0);
        return { groups, exact: this.exact, rounded: groups - this.exact, underflowed: this.underflowed, significantBits };
    }
}
//# sourceMappingURL=scaler-tally.js.map