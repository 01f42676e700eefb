/** What was measured, one row for each accumulator width. */
import type { Effect } from '../width/effects.ts';
import type { Measurement } from '../width/measure.ts';
export interface WidthRow {
    /** A. */
    readonly width: number;
    /** Groups for which A is the smallest width; at 4 bits those that need less, too. */
    readonly needing: number;
    /** Groups that overflow A bits, and their share. */
    readonly overflowing: number;
    readonly rate: number;
    /** What happens to the outputs; missing where no group overflows. */
    readonly wrap: Effect | undefined;
    readonly saturate: Effect | undefined;
}
/** From 4 bits to the smallest width that no group overflows. */
export declare function widthRows({ needs, effects }: Measurement): readonly WidthRow[];
