/** What a thread reports of its units. */
import type { ThreadLayout } from './layout.ts';
/** Groups that have overflowed: how many, and the first one's output index and group. */
export interface OverflowWords {
    readonly groups: number;
    readonly output: number;
    readonly group: number;
}
/** What a thread has reported. */
export declare function overflowOf(memory: WebAssembly.Memory, own: ThreadLayout): OverflowWords;
/** Makes a thread's report an empty one. */
export declare function clearReport(memory: WebAssembly.Memory, own: ThreadLayout): void;
