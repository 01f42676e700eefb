/**
 * The random words of test cases: Philox4x32-10 with the seed as its key, and with the class and the case in its counter. So the words of a case
 * depend on seed, class and index alone, and a set that takes only some cases of a class has the very cases of the full one.
 */
import { PhiloxWords } from "./philox-words.js";
/** Where the random words of one case come from; `seek` moves it to another case. */
export class CaseRandom extends PhiloxWords {
    /** Goes to the first word of a case. @param stream in [0, 2^32) @param index in [0, 2^53) */
    seek(stream, index) {
        this.start(index >>> 0, Math.floor(index / 0x1_0000_0000), stream);
    }
    /** An integer in [0, limit). @param limit in [1, 2^32] */
    below(limit) {
        // The remainder of 2^32 by the limit is a bias that test cases don't feel.
        return this.word() % limit;
    }
    /** 0 or 1. */
    bit() {
        return this.word() >>> 31 === 1 ? 1 : 0;
    }
    /** One of a list that is not empty. */
    pick(list) {
        return list[this.below(list.length)];
    }
    /** An unsigned integer of some bits, any number of them. */
    wide(bits) {
        let value = 0n;
        for (let rest = bits; rest > 0; rest -= 32)
            value = (value << BigInt(Math.min(32, rest))) | BigInt(this.bits(Math.min(32, rest)));
        return value;
    }
    /** A signed integer of some bits. @param bits at least 1 */
    signed(bits) {
        return BigInt.asIntN(bits, this.wide(bits));
    }
}
//# sourceMappingURL=case-random.js.map