/** A thread of the pool: it takes its share of runs, one after the other, and stays for the next one for a while. */
import { type MessagePort } from 'node:worker_threads';
import { type Share } from './share.ts';
/** What a thread gets of a run, its own part of the memory, where it isn't that of its last run over again. */
export interface ThreadTask extends Share {
    /** The run's memory, where it isn't that of the thread's last one, and what runs on it. */
    readonly onMemory?: {
        readonly memory: WebAssembly.Memory;
        readonly module: WebAssembly.Module;
    } | undefined;
}
/** Where a thread gets its runs from. */
export interface Service {
    readonly words: Int32Array;
    readonly port: MessagePort;
    /** How long it watches words before it sleeps. */
    readonly watchMs: number;
}
export default function serve({ words, port, watchMs }: Service): void;
