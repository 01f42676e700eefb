import { type MessagePort } from 'node:worker_threads';
import type { Tinypool } from 'tinypool';
import type { Share } from './share.ts';
/** A thread as the one sees it that has runs for it. */
export interface PoolThread {
    readonly words: Int32Array;
    readonly port: MessagePort;
    last: LastRun;
    /** Resolved when it takes no more runs, for whatever reason. */
    readonly ended: Promise<void>;
    hasEnded: boolean;
    /** Why it has ended, where a run has failed on it. To be asked: what waits for a promise is kept as long as the promise, and this lives through many runs. */
    failure: {
        readonly error: unknown;
    } | undefined;
}
/** What a thread knows of its last run. */
interface LastRun {
    readonly memory: WeakRef<WebAssembly.Memory>;
    /** The memory's size then: one that has grown since may still seem smaller to the thread. */
    readonly bytes: number;
    readonly share: Share;
}
export interface ThreadPool {
    readonly tasks: Tinypool;
    readonly size: number;
    readonly threads: PoolThread[];
    /** Why it has no more threads. */
    broken: {
        readonly error: unknown;
    } | undefined;
}
/** The pool, kept between runs; a larger one where it has too few threads. */
export declare function poolOf(size: number): Promise<ThreadPool>;
/** A run that threads take part in. */
export interface SharedRun {
    readonly module: WebAssembly.Module;
    readonly memory: WebAssembly.Memory;
}
/** Gives a thread its part of a run: when all have left the last one. @returns the thread, which may end before it has taken part */
export declare function handOver(pool: ThreadPool, index: number, run: SharedRun, share: Share): Promise<PoolThread>;
/** Ends the threads that wait for work. */
export declare function closeThreads(): Promise<void>;
export {};
