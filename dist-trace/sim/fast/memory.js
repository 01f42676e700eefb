/** WebAssembly memories for the length of a run. */
import { keepFreedMemory } from "./freed-memory.js";
const PAGE = 2 ** 16;
/** The most that a 32-bit address reaches, less a page that no range ends in. */
export const MAX_MEMORY_BYTES = 2 ** 32 - PAGE;
/** One that is larger is not kept for the next run. */
const KEPT_BYTES = 2 ** 28;
/** The last ones, of which a run's threads may still hold one when the next run begins. */
const kept = [];
const MOST_KEPT = 2;
/** A memory of at least so many bytes, with anything in it, or undefined where the system has no more. */
export function takeMemory(bytes) {
    keepFreedMemory();
    try {
        const memory = kept.pop() ?? new WebAssembly.Memory({ initial: 1, maximum: 2 ** 16, shared: true });
        growMemory(memory, bytes);
        return memory;
    }
    catch (error) {
        if (error instanceof RangeError)
            return undefined;
        throw error;
    }
}
/** Makes a memory one of at least so many bytes. @throws RangeError where the system has no more */
export function growMemory(memory, bytes) {
    const missing = Math.ceil((bytes - memory.buffer.byteLength) / PAGE);
    if (missing > 0)
        memory.grow(missing);
}
/** Gives a memory back that nothing reads any more. */
export function returnMemory(memory) {
    if (memory.buffer.byteLength > KEPT_BYTES)
        return;
    kept.push(memory);
    if (kept.length > MOST_KEPT)
        kept.shift();
}
//# sourceMappingURL=memory.js.map