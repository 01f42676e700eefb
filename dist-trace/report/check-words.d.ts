/** What the reports of a check say in words. */
import type { Outcome } from '../golden/check/outcome.ts';
/** The set that was checked against. */
export interface CheckedSet {
    readonly unit: string;
    readonly set: string;
    /** The command that wrote it. */
    readonly command: string;
    readonly version: string;
    /** The dump's name. */
    readonly dump: string;
}
/** An integer in groups of three digits: 1 234 567. */
export declare function grouped(value: number): string;
/** How much was compared, and how much of it does not match. */
export declare function verdictPhrase({ matches, kind, counts: { total, mismatched, unknown, missing, leftOver } }: Outcome): string;
