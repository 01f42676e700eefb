/** Threads that take part in runs. */
import { availableParallelism } from 'node:os';
import { MessageChannel } from 'node:worker_threads';
import { announceRun, handoverWords } from "./handover.js";
import { WATCH_MS } from "./wait.js";
/** How long a thread waits for more work. */
const IDLE_MS = 10_000;
let kept;
/** The pool, kept between runs; a larger one where it has too few threads. */
export async function poolOf(size) {
    if (kept !== undefined && kept.size >= size)
        return kept;
    await closeThreads();
    const { Tinypool } = await import('tinypool');
    const { href } = new URL('./worker.js', import.meta.url);
    const tasks = new Tinypool({ filename: href, minThreads: 0, maxThreads: size, idleTimeout: IDLE_MS, concurrentTasksPerWorker: 1 });
    const pool = { tasks, size, threads: [], broken: undefined };
    tasks.on('error', (error) => { breakPool(pool, error); });
    return (kept = pool);
}
/** A thread that can't even start fails none of the tasks: they are ended with the pool, and the next run has a new one. */
function breakPool(pool, error) {
    pool.broken ??= { error };
    if (kept === pool)
        kept = undefined;
    pool.tasks.destroy().catch(() => undefined);
}
/** Gives a thread its part of a run: when all have left the last one. @returns the thread, which may end before it has taken part */
export async function handOver(pool, index, run, share) {
    const thread = pool.threads.at(index);
    if (thread !== undefined && !thread.hasEnded) {
        const onMemory = isMemoryOf(thread.last, run.memory) ? undefined : run;
        const isAgain = onMemory === undefined && isSame(thread.last.share, share);
        if (!isAgain)
            thread.port.postMessage({ ...share, onMemory });
        if (announceRun(thread.words)) {
            if (!isAgain)
                thread.last = lastRun(run, share);
            return thread;
        }
        // Until the pool knows that it has ended, another one would wait for this thread to do nothing.
        await thread.ended;
    }
    return (pool.threads[index] = startThread(pool, run, share));
}
function isMemoryOf({ memory, bytes }, found) {
    return memory.deref() === found && bytes === found.buffer.byteLength;
}
function isSame(a, b) {
    return a.description === b.description && a.own === b.own;
}
function lastRun({ memory }, share) {
    return { memory: new WeakRef(memory), bytes: memory.buffer.byteLength, share };
}
function startThread(pool, run, share) {
    const words = handoverWords();
    const { port1, port2 } = new MessageChannel();
    // It is there before the thread is.
    port1.postMessage({ ...share, onMemory: run });
    const watchMs = pool.size < availableParallelism() ? WATCH_MS : 0;
    const serving = pool.tasks.run({ words, port: port2, watchMs }, { transferList: [port2] });
    const ended = serving.then(() => { thread.hasEnded = true; }, (error) => {
        thread.hasEnded = true;
        thread.failure = pool.broken ?? { error };
    });
    const thread = { words, port: port1, last: lastRun(run, share), ended, hasEnded: false, failure: undefined };
    return thread;
}
/** Ends the threads that wait for work. */
export async function closeThreads() {
    const closing = kept;
    kept = undefined;
    await closing?.tasks.destroy();
}
//# sourceMappingURL=pool.js.map