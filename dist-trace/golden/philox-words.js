/** A sequence of random words: Philox4x32-10 with a seed as its key, counting up the first word of its counter. */
import { philox4x32 } from "../bits/philox.js";
export class PhiloxWords {
    #key;
    #counter = [0, 0, 0, 0];
    #block = new Uint32Array(4);
    #used = 4;
    /** @param seed in [0, 2^64) */
    constructor(seed) {
        this.#key = [Number(seed & 0xffffffffn), Number(seed >> 32n)];
    }
    /** Goes to the first word of the sequence that the other words of the counter name. @param words each in [0, 2^32) */
    start(second, third, fourth) {
        this.#counter[0] = 0;
        this.#counter[1] = second;
        this.#counter[2] = third;
        this.#counter[3] = fourth;
        this.#used = 4;
    }
    /** An integer in [0, 2^32). */
    word() {
        if (this.#used === 4) {
            philox4x32(this.#counter, this.#key, this.#block);
            this.#counter[0]++;
            this.#used = 0;
        }
        return this.#block[this.#used++];
    }
    /** An unsigned integer of some bits. @param bits 0..32 */
    bits(bits) {
        return bits === 0 ? 0 : this.word() >>> (32 - bits);
    }
}
//# sourceMappingURL=philox-words.js.map