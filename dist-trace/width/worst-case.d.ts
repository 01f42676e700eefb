/** All that is known without data. */
import type { PassWidth } from './layer-widths.ts';
import type { ChoiceVerdict, PassVerdict } from './paper-choices.ts';
export interface WorstCase {
    readonly title: string;
    /** The element formats, by name. */
    readonly formats: {
        readonly x: string;
        readonly y: string;
    };
    /** A, the accumulator that is judged. */
    readonly accumulatorWidth: number;
    readonly largestProduct: bigint;
    /** The most products that never overflow A bits. */
    readonly capacity: bigint;
    /** Whether the weight gradient is missing, since nobody said how large the output plane is. */
    readonly planeUnknown: boolean;
    readonly widths: readonly PassWidth[];
    readonly passes: readonly PassVerdict[];
    readonly paper: readonly ChoiceVerdict[];
}
