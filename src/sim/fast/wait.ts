/** Waiting for words of shared memory that only grow. To be woken takes a thread longer than most of what it waits for, so it watches for a while first. */

/** Of ECMAScript 2024. */
const { waitAsync } = Atomics as unknown as { readonly waitAsync: (words: Int32Array, index: number, value: number) => { readonly value: unknown } };

/** How long a word is watched, where threads have processors of their own. */
export const WATCH_MS = 0.5;

function watch(words: Int32Array, index: number, least: number, watchMs: number): void {
  const until = performance.now() + watchMs;
  while (Atomics.load(words, index) < least && performance.now() < until);
}

/** Waits until a word is at least so large. Whoever changes it has to notify. */
export function awaitWord(words: Int32Array, index: number, least: number, watchMs: number): void {
  watch(words, index, least, watchMs);
  for (let value = Atomics.load(words, index); value < least; value = Atomics.load(words, index)) Atomics.wait(words, index, value);
}

/** The same on a thread that must not sleep. */
export async function wordReached(words: Int32Array, index: number, least: number): Promise<void> {
  watch(words, index, least, WATCH_MS);
  for (let value = Atomics.load(words, index); value < least; value = Atomics.load(words, index)) await waitAsync(words, index, value).value;
}
