/** A printed cell of the paper beside what the counting gives. */
import { type Decimal } from '../decimal.ts';
/** An exact value. The denominator is above 0. */
export interface Rational {
    readonly numerator: bigint;
    readonly denominator: bigint;
}
export interface PublishedCell {
    /** `Tab. 1`, `Tab. 5`, `Eq. 9`, `section 5.4`. */
    readonly where: string;
    readonly what: string;
    readonly network?: string | undefined;
    readonly unit?: string | undefined;
    /** The number as printed, and how many of its digits are compared. */
    readonly printed: string;
    readonly digits: number;
    /** Why the cell contradicts the paper's own arithmetic, where it does. */
    readonly inconsistent?: string | undefined;
    /** Anything else to say about it. */
    readonly note?: string | undefined;
}
/**
 * `equal`: at the printed digits. `inconsistent`: not equal, for the known reason. `different`: not equal and should be, or equal where a
 * contradiction is known.
 */
export type Verdict = 'equal' | 'inconsistent' | 'different';
export interface ComparedCell extends PublishedCell {
    readonly exact: Rational;
    /** The exact value at the printed digits, and at more. */
    readonly computed: string;
    readonly computedAtPrintedDigits: string;
    readonly verdict: Verdict;
}
/** @throws TypeError for a printed text that is no number */
export declare function compareCell(cell: PublishedCell, exact: Rational): ComparedCell;
/** `25900`, `101.2` and `1.88E+9` as decimals. */
export declare function parseDecimal(text: string): Decimal;
