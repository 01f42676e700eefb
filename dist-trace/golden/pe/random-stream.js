/** Random choices for stimulus: a Philox stream for each segment, so that a change to one segment leaves the others as they are. */
import { PhiloxWords } from "../philox-words.js";
/** The last counter word: keeps these streams apart from those of stochastic rounding, which have 0 there. */
const DOMAIN = 0x7065;
export class RandomStream extends PhiloxWords {
    /** @param seed in [0, 2^64) @param stream in [0, 2^32) */
    constructor(seed, stream) {
        super(seed);
        this.start(0, stream, DOMAIN);
    }
    /** An integer in [0, limit). @param limit 1..2^32 */
    below(limit) {
        return Math.floor((this.word() / 2 ** 32) * limit);
    }
    /** An integer in [low, high]. */
    between(low, high) {
        return low + this.below(high - low + 1);
    }
    /** True with a probability. */
    chance(probability) {
        return this.word() < probability * 2 ** 32;
    }
    pick(choices) {
        return choices[this.below(choices.length)];
    }
}
//# sourceMappingURL=random-stream.js.map