/** The object that `--json` prints. */
export function checkJson({ unit, set, dump }, nan, outcome) {
    const { matches, kind, counts, classes, hints, failures, registers } = outcome;
    return {
        unit,
        set,
        dump,
        matches,
        compared: kind,
        nan,
        counts,
        classes,
        notes: hints,
        failures,
        ...(registers === null
            ? {}
            : {
                registers: {
                    compare: registers.compare,
                    compared: registers.compared,
                    wrong: registers.wrong,
                    firstDivergingStage: registers.first?.stage ?? null,
                    failures: registers.failures,
                    spread: registers.spread,
                    firstWrongOutput: registers.firstWrongOutput,
                },
            }),
    };
}
//# sourceMappingURL=check-json.js.map