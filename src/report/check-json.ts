/** What a check found out, as data for other programs. */
import type { NanPolicy } from '../golden/check/difference.ts';
import type { Outcome } from '../golden/check/outcome.ts';
import type { CheckedSet } from './check-words.ts';

/** The object that `--json` prints. */
export function checkJson({ unit, set, dump }: CheckedSet, nan: NanPolicy, outcome: Outcome): object {
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
