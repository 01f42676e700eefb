/** Waiting for words of shared memory that only grow. To be woken takes a thread longer than most of what it waits for, so it watches for a while first. */
import { setTimeout as pause } from 'node:timers/promises';
/** How long a word is watched, where threads have processors of their own. */
export const WATCH_MS = 0.5;
function watch(words, index, least, watchMs) {
    const until = performance.now() + watchMs;
    while (Atomics.load(words, index) < least && performance.now() < until)
        ;
}
/** Waits until a word is at least so large. Whoever changes it has to notify. */
export function awaitWord(words, index, least, watchMs) {
    watch(words, index, least, watchMs);
    for (let value = Atomics.load(words, index); value < least; value = Atomics.load(words, index))
        Atomics.wait(words, index, value);
}
/** How long a thread may sleep that has other work to do. */
const SLEEP_MS = 5;
/** How long its event loop may go on until it looks again. */
const LOOK_MS = 1;
/**
 * The same on a thread that has an event loop. For a while it sleeps rather than to go back to the loop, which would begin with what has gathered there, such as steps of the
 * garbage collector that take longer than what is waited for. After that it looks from time to time: an `Atomics.waitAsync` would neither keep the process from its end nor end
 * where nobody is left that could notify it.
 * @param check is called whenever the word isn't there yet: it throws where it will never be
 */
export async function wordReached(words, index, least, check) {
    watch(words, index, least, WATCH_MS);
    const until = performance.now() + SLEEP_MS;
    for (let value = Atomics.load(words, index); value < least && performance.now() < until; value = Atomics.load(words, index))
        Atomics.wait(words, index, value, SLEEP_MS);
    while (Atomics.load(words, index) < least) {
        check();
        await pause(LOOK_MS);
    }
}
//# sourceMappingURL=wait.js.map