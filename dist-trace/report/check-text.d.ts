/** What a check found out, as text for a terminal. */
import type { Outcome } from '../golden/check/outcome.ts';
import { type CheckedSet } from './check-words.ts';
/** The whole report. */
export declare function checkText(set: CheckedSet, outcome: Outcome): string;
