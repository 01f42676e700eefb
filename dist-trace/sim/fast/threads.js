/** The fast engine on several threads, which share the memory of a run and take its units from one counter. The bits don't depend on their number. */
import { finish } from "../../bits/steps.js";
import { convolving, passSteps } from "../convolve.js";
import { requireRoom } from "../result.js";
import { fastResult, prepareTogether, returnRunMemory, runUnits, takeRunMemory } from "./engine.js";
import { fastRunOf } from "./kept-runs.js";
import { Outputs } from "./outputs.js";
import { poolOf, handOver } from "./pool.js";
import { isPrepacked } from "./prepack.js";
import { keptCopyOf, unchanged } from "./recurring.js";
import { abandonRun, haveLeft } from "./share.js";
export { closeThreads } from "./pool.js";
/** More would only wait for each other, each with memory of its own. */
export const MOST_THREADS = 64;
/** A pass on several threads; on this one alone where the fast engine can't take it. Equal to `convolve` in every bit, count and overflow. */
export async function convolveOnThreads(conv, datapath, operand, y, options) {
    const { threads, drive = finish, into } = options;
    requireRoom(conv, into);
    const form = datapath.integerForm;
    if (!form || !(threads > 1))
        return drive(convolving(conv, datapath, operand, y, into));
    // Not compared yet: other threads have units of it meanwhile.
    const x = keptCopyOf(conv, datapath, operand, y);
    const onThisThread = () => drive(passSteps(conv, datapath, unchanged(operand, x), y, into));
    const tensorScale = datapath.tensorScaleMultiplications;
    const plan = () => {
        const run = fastRunOf(conv, form, x, y, tensorScale, Math.min(threads, MOST_THREADS));
        return 'refused' in run || run.threads.length === 1 ? undefined : run;
    };
    // What is kept of X may be in use until it is this run's turn.
    const first = isPrepacked(x) ? undefined : plan();
    if (!first && !isPrepacked(x))
        return onThisThread();
    const result = await inTurn(async () => {
        const pool = await poolOf((first?.threads.length ?? Math.min(threads, MOST_THREADS)) - 1);
        const run = first ?? plan();
        const memory = run && takeRunMemory(run);
        if (run === undefined || memory === undefined)
            return onThisThread();
        const { module, description } = run;
        const others = run.threads.slice(1);
        // They wake up while this thread prepares the run.
        const taking = await Promise.all(others.map((own, index) => handOver(pool, index, { memory, module }, { description, own })));
        const check = () => {
            for (const { failure } of taking)
                if (failure)
                    throw failure.error;
        };
        try {
            (globalThis.TT??=[]).length=0; globalThis.T0=(performance.timeOrigin+performance.now()); await prepareTogether(conv, form, run, memory, x, y, check);
            globalThis.TP=(performance.timeOrigin+performance.now()); const outputs = new Outputs(conv, description, memory, into);
            outputs.touch();
            if (unchanged(operand, x) !== x)
                throw CHANGED;
            globalThis.TC=(performance.timeOrigin+performance.now()); await drive(runUnits(run, memory, x, outputs));
            globalThis.TU=(performance.timeOrigin+performance.now()); await haveLeft(memory, description.shared, others.length, check);
            globalThis.TL=(performance.timeOrigin+performance.now()); const result = fastResult(conv, run, memory, tensorScale, outputs);
            returnRunMemory(run, memory);
            return result;
        }
        catch (error) {
            abandonRun(memory, description.shared);
            // Nobody may use the memory again before all have left it.
            await haveLeft(memory, description.shared, others.length, () => {
                if (taking.every(({ hasEnded }) => hasEnded))
                    throw ENDED;
            }).catch(() => undefined);
            returnRunMemory(run, memory);
            if (error === CHANGED)
                return undefined;
            throw error;
        }
    });
    return result ?? convolveOnThreads(conv, datapath, operand, y, options);
}
/** Ends a run on what was kept of an operand that has changed. */
const CHANGED = new Error('the operand has changed');
/** Ends the wait for threads that will never leave a run. */
const ENDED = new Error('all threads have ended');
let last = Promise.resolve();
/** Runs follow one another: each has all threads. */
function inTurn(run) {
    const result = last.then(run);
    last = result.catch(() => undefined);
    return result;
}
//# sourceMappingURL=threads.js.map