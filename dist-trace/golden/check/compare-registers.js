/** The registers of an element against the golden ones, cycle by cycle, to find the first stage that goes its own way. */
import { InputError } from "../../bits/check.js";
import { CycleComparison } from "./cycle-comparison.js";
/** Cycles between two steps: a cycle can have a thousand registers. */
const STEP_CYCLES = 64;
/** Compares all cycles. @param subject of the source in error messages @throws InputError for a source that is truncated or of another run */
export function* compareRegisters(subject, found, golden, shape, options) {
    const { window, banks, compare } = options;
    const comparison = new CycleComparison(found, golden, shape, options);
    const { tally } = comparison;
    const total = window.last - window.first + 1;
    let due = golden.next();
    while (due && golden.cycle < window.first)
        due = golden.next();
    let extra = 0;
    let beyond;
    let firstMissing;
    const miss = () => {
        firstMissing ??= golden.cycle;
        tally.fail('missing', golden.cycle);
        due = golden.next() && golden.cycle <= window.last;
    };
    for (let event = found.next(); event !== 'end'; event = found.next()) {
        if (event === 'pause') {
            yield found.progress;
            continue;
        }
        if (found.count % STEP_CYCLES === 0)
            yield found.progress;
        const { stamp } = found;
        if (stamp !== undefined) {
            beyond ??= stamp <= window.last ? undefined : `${found.place}: expected a cycle up to ${window.last}, found ${stamp}`;
            while (due && golden.cycle < stamp)
                miss();
        }
        if (!due || (stamp !== undefined && stamp !== golden.cycle)) {
            if (stamp === undefined)
                extra++;
            found.word();
            tally.fail('left over', undefined);
            continue;
        }
        if (found.text === golden.text)
            tally.counts.matched++;
        else
            comparison.compare();
        due = golden.next() && golden.cycle <= window.last;
    }
    if (!found.complete && beyond !== undefined)
        throw new InputError(`${subject}: ${beyond}: it is of another run`);
    if (!found.complete && (due || extra > 0)) {
        const why = due ? 'it is truncated or of another run' : 'it is of another run';
        throw new InputError(`${subject}: ${found.place}: expected ${total} cycles${found.endMark}, found ${found.count}: ${why}`);
    }
    while (due)
        miss();
    tally.counts.total = total;
    return {
        matches: tally.matches,
        kind: 'registers',
        counts: tally.counts,
        classes: tally.classes(),
        hints: [...(firstMissing === undefined ? [] : [`the first missing cycle is ${firstMissing}`]), ...found.remarks],
        failures: [],
        registers: {
            compare,
            compared: banks.map(({ name }) => name),
            wrong: comparison.wrong,
            first: comparison.first,
            failures: comparison.failures,
            spread: comparison.spread(),
            firstWrongOutput: comparison.firstWrongOutput,
        },
    };
}
//# sourceMappingURL=compare-registers.js.map