/** How runs are announced to a thread that stays between them: a word in shared memory. */
const STATE = 0;
/** A run is there, the thread waits for one, or it waits no longer. */
const BUSY = 0;
const FREE = 1;
const GONE = 2;
/** How long a thread stays without a run: it keeps the process from its end. */
const STAY_MS = 20;
/** The words of a thread that has a run already. */
export function handoverWords() {
    return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}
/** Announces a run that has been sent. @returns whether the thread takes it */
export function announceRun(words) {
    if (Atomics.compareExchange(words, STATE, FREE, BUSY) !== FREE)
        return false;
    Atomics.notify(words, STATE);
    return true;
}
/** Says that a thread takes the next run. */
export function becomeFree(words) {
    Atomics.store(words, STATE, FREE);
}
/** Waits for a run. @returns false where none has come: the thread takes no more */
export function awaitRun(words, watchMs) {
    const until = performance.now() + watchMs;
    while (Atomics.load(words, STATE) === FREE && performance.now() < until)
        ;
    Atomics.wait(words, STATE, FREE, STAY_MS);
    return Atomics.compareExchange(words, STATE, FREE, GONE) === BUSY;
}
//# sourceMappingURL=handover.js.map