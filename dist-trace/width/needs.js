/**
 * Overflows of every accumulator width at once.
 *
 * A group overflows A bits if and only if one of its partial sums, taken in order without any limit, leaves A bits: up to the first step that
 * leaves them, a limited accumulator, wrapping or saturating, holds just these sums. So the smallest width that holds them all says everything.
 */
import { MAX_ACCUMULATOR_WIDTH, MIN_ACCUMULATOR_WIDTH } from "../units/local-accumulator.js";
/** Wider than any partial sum. */
const MOST_BITS = 256;
export class NeedsTally {
    counts = new Float64Array(MOST_BITS);
    /** The first output with a group of each need, and its first such group. */
    outputs = new Float64Array(MOST_BITS).fill(Infinity);
    firstGroups = new Float64Array(MOST_BITS);
    peak = { magnitude: -1n, output: 0, group: 0 };
    /** Takes tiles in the order of their outputs. */
    add({ needs, count, groupCount, firstOutput, peak }) {
        const { counts, outputs, firstGroups } = this;
        for (let g = 0; g < groupCount; g++) {
            for (let i = 0; i < count; i++) {
                const need = needs[g * count + i];
                counts[need]++;
                if (firstOutput + i < outputs[need]) {
                    outputs[need] = firstOutput + i;
                    firstGroups[need] = g;
                }
            }
        }
        if (peak.magnitude > this.peak.magnitude)
            this.peak = peak;
    }
    report() {
        const { counts, peak } = this;
        const widths = [...counts.entries()].filter(([, groups]) => groups > 0);
        const groups = widths.reduce((sum, [, count]) => sum + count, 0);
        const overflow = [];
        for (let width = MIN_ACCUMULATOR_WIDTH; width <= MAX_ACCUMULATOR_WIDTH; width++) {
            const over = widths.filter(([need]) => need > width);
            const count = over.reduce((sum, [, of]) => sum + of, 0);
            overflow.push({ width, groups: count, rate: groups === 0 ? 0 : count / groups, first: this.first(over.map(([need]) => need)) });
        }
        return { groups, widths, width: Math.max(0, ...widths.map(([need]) => need)), peak, overflow };
    }
    first(needs) {
        const places = needs.map((need) => ({ output: this.outputs[need], group: this.firstGroups[need] }));
        return places.reduce((best, one) => {
            if (best === null || one.output < best.output || (one.output === best.output && one.group < best.group))
                return one;
            return best;
        }, null);
    }
}
//# sourceMappingURL=needs.js.map