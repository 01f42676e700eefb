/** Values and their differences as lines of text. */
import type { Difference } from '../golden/check/difference.ts';
import type { ClassName } from '../golden/check/outcome.ts';
import type { Reading } from '../golden/check/reading.ts';
/** `, class ties: what it is to find`. */
export declare function classPhrase(className: ClassName | null): string;
export declare function readingLine({ name, hex, text }: Reading, width: number): string;
/** Both sides, one under the other, and how they differ. */
export declare function differenceLines(difference: Difference, width: number): string[];
/** Differing and unknown bits, the distance, and the name of the difference. */
export declare function howTheyDiffer({ bits, unknownBits, ulp, remark }: Difference): string;
