/**
 * A ring of blocks of records between a thread that fills them and any thread that drains them: one at a time has the turn.
 *
 * Both threads can drain, so that it does not matter when, or whether, the second one starts.
 */
import { BLOCK_BYTES, BLOCKS, Shared } from "./vcd-shared.js";
/** Whose turn it is: nobody's, someone's, or nobody's ever again. */
const FREE = 0;
const TAKEN = 1;
const CLOSED = 2;
/** How long a block may take to drain before something is wrong. */
export const STALL_MS = 60_000;
/** That is waited for in parts, so that a process which was stopped for a while does not take its own rest for a stall. */
const WAITS = 60;
/** What a failed drain left behind: a system's error number is below 0. */
export const Failure = { none: 0, misfit: 1, noBytes: 2, other: 3 };
export class Ring {
    #words;
    #blocks;
    #stallMs;
    /** @param blocks their address */
    constructor(words, blocks, stallMs = STALL_MS) {
        this.#words = words;
        this.#blocks = blocks;
        this.#stallMs = stallMs;
    }
    /** Whether another thread drains what is pushed. */
    get isServed() {
        return Atomics.load(this.#words, Shared.served) !== 0;
    }
    /** Blocks that are full and not drained. */
    get pending() {
        return (Atomics.load(this.#words, Shared.filled) - Atomics.load(this.#words, Shared.drained)) | 0;
    }
    /** What failed first, or `Failure.none`. */
    get failure() {
        return Atomics.load(this.#words, Shared.failure);
    }
    /** The address of the block that is filled next. */
    get next() {
        return this.#address(Atomics.load(this.#words, Shared.filled));
    }
    /** Hands over the block that was filled. @param end the address behind its records */
    push(end) {
        const filled = Atomics.load(this.#words, Shared.filled);
        this.#words[Shared.ends + (filled & (BLOCKS - 1))] = end;
        this.#set(Shared.filled, filled + 1);
    }
    /** Waits until at most `most` blocks are pending, or a drain has failed; drains one itself when it is nobody's turn. @returns false when nothing moves */
    settle(most, drain) {
        while (this.failure === Failure.none) {
            const drained = Atomics.load(this.#words, Shared.drained);
            if (this.pending <= most)
                return true;
            if (this.#take() === FREE)
                this.#drainOne(drain);
            else if (!this.#wait(Shared.drained, drained))
                return false;
        }
        return true;
    }
    /** Drains what others fill, until the ring is closed or a drain fails. */
    serve(drain) {
        Atomics.store(this.#words, Shared.served, 1);
        for (;;) {
            const filled = Atomics.load(this.#words, Shared.filled);
            const turn = this.#take();
            if (turn === CLOSED)
                return;
            if (turn === TAKEN) {
                this.#wait(Shared.turn, TAKEN);
            }
            else if (!this.#drainOne(drain)) {
                this.#wait(Shared.filled, filled);
            }
        }
    }
    /** Ends all draining: when this returns, nobody drains or will. Does nothing the second time. */
    close() {
        const turn = () => Atomics.compareExchange(this.#words, Shared.turn, FREE, CLOSED);
        // A thread that holds its turn for so long will not wake up.
        while (turn() === TAKEN && this.#wait(Shared.turn, TAKEN))
            ;
        this.#set(Shared.turn, CLOSED);
        // One that waits for more must look again, also if it is only about to wait.
        this.#set(Shared.filled, Atomics.load(this.#words, Shared.filled) + 1);
    }
    /** Takes the turn if it is free. @returns whose it was */
    #take() {
        return Atomics.compareExchange(this.#words, Shared.turn, FREE, TAKEN);
    }
    /**
     * Drains the oldest block, if there is one now that it is this thread's turn, and gives the turn back. A block whose drain fails counts as
     * drained: nobody may wait for it.
     */
    #drainOne(drain) {
        const drained = Atomics.load(this.#words, Shared.drained);
        if (this.pending === 0 || this.failure !== Failure.none) {
            this.#giveBack();
            return false;
        }
        let failure = Failure.other;
        try {
            failure = drain(this.#address(drained), this.#words[Shared.ends + (drained & (BLOCKS - 1))]);
        }
        finally {
            Atomics.store(this.#words, Shared.failure, failure);
            this.#set(Shared.drained, drained + 1);
            this.#giveBack();
        }
        return true;
    }
    /** Lets others have the turn, unless the ring has been closed. */
    #giveBack() {
        Atomics.compareExchange(this.#words, Shared.turn, TAKEN, FREE);
        Atomics.notify(this.#words, Shared.turn);
    }
    #address(count) {
        return this.#blocks + (count & (BLOCKS - 1)) * BLOCK_BYTES;
    }
    #set(word, value) {
        Atomics.store(this.#words, word, value | 0);
        Atomics.notify(this.#words, word);
    }
    /** Waits while a word has a value. @returns false when it has had it for too long */
    #wait(word, value) {
        for (let wait = 0; wait < WAITS; wait++) {
            if (Atomics.wait(this.#words, word, value, this.#stallMs / WAITS) !== 'timed-out')
                return true;
        }
        return false;
    }
}
//# sourceMappingURL=vcd-ring.js.map