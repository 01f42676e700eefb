/** How long a word is watched, where threads have processors of their own. */
export declare const WATCH_MS = 0.5;
/** Waits until a word is at least so large. Whoever changes it has to notify. */
export declare function awaitWord(words: Int32Array, index: number, least: number, watchMs: number): void;
/**
 * The same on a thread that has an event loop. For a while it sleeps rather than to go back to the loop, which would begin with what has gathered there, such as steps of the
 * garbage collector that take longer than what is waited for. After that it looks from time to time: an `Atomics.waitAsync` would neither keep the process from its end nor end
 * where nobody is left that could notify it.
 * @param check is called whenever the word isn't there yet: it throws where it will never be
 */
export declare function wordReached(words: Int32Array, index: number, least: number, check: () => void): Promise<void>;
