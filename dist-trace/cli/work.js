/** Runs long work in slices, so that the program can be interrupted, and shows its progress on a terminal. */
import { setImmediate } from 'node:timers/promises';
/** Between two slices the program sees signals. */
const SLICE_MS = 40;
/** Work that is done sooner shows no bar. */
const QUIET_MS = 500;
/** The result of stepwise work. Progress goes to stderr, and only where that is a terminal. */
export async function work(label, steps) {
    const start = performance.now();
    let sliceEnd = start + SLICE_MS;
    let bar;
    try {
        for (;;) {
            const step = steps.next();
            if (step.done === true)
                return step.value;
            const now = performance.now();
            if (now < sliceEnd)
                continue;
            sliceEnd = now + SLICE_MS;
            if (bar === undefined && process.stderr.isTTY && now - start > QUIET_MS)
                bar = await startBar(label, step.value.total);
            bar?.update(step.value.done);
            await setImmediate();
        }
    }
    finally {
        bar?.stop();
    }
}
async function startBar(label, total) {
    const { default: cliProgress } = await import('cli-progress');
    const format = `${label} {bar} {percentage}% | {eta_formatted} left`;
    const bar = new cliProgress.SingleBar({ format, stream: process.stderr, clearOnComplete: true }, cliProgress.Presets.shades_classic);
    bar.start(total, 0);
    return bar;
}
//# sourceMappingURL=work.js.map