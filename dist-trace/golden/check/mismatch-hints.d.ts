/** What all mismatches of a run have in common: the facts that tell one cause from another, gathered on the way. */
import type { Field } from '../fields.ts';
import { type NanPolicy } from './difference.ts';
export declare class MismatchHints {
    #private;
    constructor(fields: readonly Field[], { nan, noun }: {
        nan: NanPolicy;
        noun: string;
    });
    /** @param digits of the expected result */
    matched(digits: string): void;
    mismatched(expected: bigint, found: bigint): void;
    /** One sentence each. */
    facts(): string[];
}
