/** What a check found out, as data for other programs. */
import type { NanPolicy } from '../golden/check/difference.ts';
import type { Outcome } from '../golden/check/outcome.ts';
import type { CheckedSet } from './check-words.ts';
/** The object that `--json` prints. */
export declare function checkJson({ unit, set, dump }: CheckedSet, nan: NanPolicy, outcome: Outcome): object;
