/**
 * A waveform to a regular file: samples are kept as records, which a WebAssembly module turns into text, on a thread of its own where there are
 * many.
 */
import { getSystemErrorMap } from 'node:util';
import { Worker } from 'node:worker_threads';
import { InputError } from "../bits/check.js";
import { misfit } from "./vcd-bank.js";
import { BankCopy } from "./vcd-copy.js";
import { fillLayout, layOut, MAX_FORMATTED_WIDTH, recordBytes, wrongValue } from "./vcd-layout.js";
import { formatterModule, formatterOn } from "./vcd-module.js";
import { Failure, Ring, STALL_MS } from "./vcd-ring.js";
import { BLOCK_BYTES, BLOCKS, END } from "./vcd-shared.js";
import { NoBytesTaken, writeAll } from "./write-all.js";
/** Bytes of records after which a thread is started: by then they have taken as long as its start does. */
const THREAD_BYTES = 2 ** 22;
/** From source there is no thread: it would need the loader that this one was started with. */
const BUILT = import.meta.url.endsWith('.js');
/**
 * Samples by way of records: the same bytes as those of `TextSamples`. Undefined for a device or a pipe, for banks that the formatter does not take,
 * and where the runtime can't run it.
 */
export function openRecords(out, banks, declarations, module = formatterModule()) {
    const fits = banks.every(({ width }) => width <= MAX_FORMATTED_WIDTH) && recordBytes(banks, declarations.codes) <= BLOCK_BYTES;
    if (module === undefined || !fits)
        return undefined;
    let close = () => undefined;
    const loan = out.lend?.(() => { close(); });
    if (loan === undefined)
        return undefined;
    const layout = layOut(banks, declarations);
    const memory = newMemory(layout.bytes);
    if (memory === undefined)
        return undefined;
    fillLayout(memory.buffer, layout, banks, declarations);
    const ring = new Ring(new Int32Array(memory.buffer), layout.blocks);
    close = () => { ring.close(); };
    return new RecordSamples(out.subject, banks, recordBytes(banks, declarations.codes), ring, loan, { memory, module, layout, fd: loan.fd });
}
/** A memory of so many bytes, or undefined where the system has no more. */
function newMemory(bytes) {
    const pages = Math.ceil(bytes / 2 ** 16);
    try {
        return new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
class RecordSamples {
    #subject;
    #banks;
    #copies;
    #loads;
    /** The load counters at the last sample. */
    #seen;
    #recordWords;
    #ring;
    #loan;
    #task;
    #target;
    #drain = (from, to) => (this.#formatterHere().format(from, to) ? Failure.none : Failure.misfit);
    /** Where the next record goes, and the end of its block, as indices of words. */
    #at = 0;
    #end = 0;
    #formatter;
    /** Bytes of records that were formatted at once. */
    #passed = 0;
    constructor(subject, banks, bytes, ring, loan, task) {
        this.#subject = subject;
        this.#banks = banks;
        this.#copies = banks.map((bank, index) => new BankCopy(bank, index));
        this.#loads = banks.map(({ loads }) => loads);
        this.#seen = banks.map(() => undefined);
        this.#recordWords = bytes / 4;
        this.#ring = ring;
        this.#loan = loan;
        this.#task = task;
        this.#target = { words: new Int32Array(task.memory.buffer), pairs: new BigInt64Array(task.memory.buffer) };
        this.#beginBlock();
    }
    sample(cycle) {
        if (this.#at + this.#recordWords > this.#end)
            this.#handOver();
        const target = this.#target;
        const { words } = target;
        let at = this.#at;
        words[at++] = cycle | 0;
        words[at++] = Math.floor(cycle / 2 ** 32);
        for (let index = 0; index < this.#copies.length; index++) {
            const loads = this.#loads[index]?.count;
            if (loads !== undefined && loads === this.#seen[index])
                continue;
            this.#seen[index] = loads;
            at = this.#copies[index].write(target, at);
        }
        words[at++] = END;
        this.#at = at;
    }
    finish(cycle) {
        this.#loan.orAbort(() => {
            this.#pass();
            this.#settle(0);
            this.#ring.close();
            this.#formatterHere().finish(cycle);
        });
    }
    #handOver() {
        this.#loan.orAbort(() => { this.#pass(); });
        this.#beginBlock();
    }
    /** Passes the block on: to the other thread if it is there, else to the formatter at once, which finds it in the cache. */
    #pass() {
        const to = 4 * this.#at;
        if (this.#ring.isServed) {
            this.#ring.push(to);
            this.#settle(BLOCKS - 1);
            return;
        }
        const from = this.#ring.next;
        if (!this.#formatterHere().format(from, to))
            throw this.#misfit();
        const before = this.#passed;
        this.#passed += to - from;
        if (BUILT && before < THREAD_BYTES && this.#passed >= THREAD_BYTES)
            this.#startThread();
    }
    #beginBlock() {
        this.#at = this.#ring.next / 4;
        this.#end = this.#at + BLOCK_BYTES / 4;
    }
    /** Waits until at most so many blocks are pending. @throws what failed on either thread */
    #settle(most) {
        if (!this.#ring.settle(most, this.#drain))
            throw new InputError(`${this.#subject}: cannot write: the system took no bytes for ${STALL_MS / 1000} s`);
        const { failure } = this.#ring;
        if (failure !== Failure.none)
            throw this.#failed(failure);
    }
    #failed(failure) {
        if (failure < 0)
            return new WriteFailure(failure);
        if (failure === Failure.noBytes)
            return new NoBytesTaken();
        if (failure === Failure.misfit)
            return this.#misfit();
        return new Error(`${this.#subject}: the thread that writes it failed`);
    }
    #misfit() {
        const { bank, index, at } = wrongValue(this.#target.words, this.#task.layout);
        const view = new DataView(this.#task.memory.buffer);
        const { kind, width } = this.#banks[bank];
        const found = width > 32 ? view.getFloat64(at, true) : kind === 'signed' ? view.getInt32(at, true) : view.getUint32(at, true);
        return misfit(this.#banks[bank], index, found);
    }
    /** This thread's own way to the formatter, made when it is needed. */
    #formatterHere() {
        const { memory, module, layout, fd } = this.#task;
        this.#formatter ??= formatterOn(memory, module, layout, (bytes) => { writeAll(fd, bytes); });
        return this.#formatter;
    }
    #startThread() {
        // Without the thread, or when it ends early, this one does all by itself.
        try {
            // It is built code: a loader that this thread was started with would only slow its start.
            const thread = new Worker(new URL('./vcd-thread.js', import.meta.url), { workerData: this.#task, execArgv: [] });
            thread.on('error', () => undefined);
            thread.unref();
        }
        catch {
            // The runtime may not have one more.
        }
    }
}
/** A failure of the system on the other thread, with `errno` and `code` as those of this thread have them. */
class WriteFailure extends Error {
    errno;
    code;
    constructor(errno) {
        const code = getSystemErrorMap().get(errno)?.[0] ?? 'unknown';
        super(`${code}: write`);
        this.errno = errno;
        this.code = code;
    }
}
//# sourceMappingURL=vcd-records.js.map