/** Results of a design against the golden ones, in one pass over both. */
import { InputError } from "../../bits/check.js";
import { ResultComparison } from "./result-comparison.js";
const STEP_RESULTS = 4096;
/** Compares all results. @param subject of the source in error messages @throws InputError for a source that is truncated or of another run */
export function* compareResults(subject, found, golden, options) {
    const comparison = new ResultComparison(found, golden, options);
    const { tally } = comparison;
    comparison.advance();
    let extra = 0;
    // A design may go on for too long, which a dump with an end shows; without one it is another run's.
    let beyond;
    const stampNoun = options.noun === 'case' ? 'case' : 'cycle';
    for (let event = found.next(); event !== 'end'; event = found.next()) {
        if (event === 'pause') {
            yield found.progress;
            continue;
        }
        if (found.count % STEP_RESULTS === 0)
            yield found.progress;
        const { stamp } = found;
        if (stamp !== undefined) {
            beyond ??= stamp < options.stampLimit ? undefined : `${found.place}: expected a ${stampNoun} below ${options.stampLimit}, found ${stamp}`;
            comparison.given(stamp);
            while (comparison.due && golden.stamp < stamp) {
                comparison.missing();
                comparison.advance();
            }
        }
        if (!comparison.due || (stamp !== undefined && stamp !== golden.stamp)) {
            if (stamp === undefined)
                extra++;
            comparison.leftOver();
            continue;
        }
        if (found.text === golden.digits) {
            tally.counts.matched++;
            comparison.matched();
        }
        else {
            comparison.compare();
        }
        comparison.advance();
    }
    if (!found.complete && beyond !== undefined)
        throw new InputError(`${subject}: ${beyond}: it is of another run`);
    if (!found.complete && (comparison.due || extra > 0))
        throw otherLength(subject, found, golden, options);
    while (comparison.due) {
        comparison.missing();
        comparison.advance();
    }
    tally.counts.total = golden.total;
    return {
        matches: tally.matches,
        kind: options.noun === 'case' ? 'results' : 'outputs',
        counts: tally.counts,
        classes: tally.classes(),
        hints: [...comparison.facts(), ...found.remarks],
        failures: comparison.failures,
        registers: null,
    };
}
function otherLength(subject, found, golden, { noun }) {
    const why = found.count < golden.total ? 'it is truncated or of another run' : 'it is of another run';
    const last = found.stamp === undefined || found.count === 0 ? '' : `, the last one of ${noun === 'case' ? 'case' : 'cycle'} ${found.stamp}`;
    return new InputError(`${subject}: ${found.place}: expected ${golden.total} results${found.endMark}, found ${found.count}${last}: ${why}`);
}
//# sourceMappingURL=compare-results.js.map