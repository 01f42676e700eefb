/** What a check found out about the registers of an element, as text for a terminal. */
import type { RegisterOutcome } from '../golden/check/outcome.ts';
/** Paragraphs: the first diverging stage, how it spreads, the other explained registers. */
export declare function registerLines({ first, failures, spread, firstWrongOutput, wrong }: RegisterOutcome): string[][];
