/** Long work in steps: a generator that yields how far it has come, so that a caller can show progress or stop between two steps. */
/** Runs stepwise work to its end. */
export function finish(work) {
    for (;;) {
        const step = work.next();
        if (step.done === true)
            return step.value;
    }
}
//# sourceMappingURL=steps.js.map