/** Charts over accumulator widths, as SVG. */
import { type Markup } from './markup.ts';
/** A column at each accumulator width, or a line through them. */
export interface Series {
    readonly name: string;
    /** Its class in the style: `a` or `b`. */
    readonly look: 'a' | 'b';
    readonly kind: 'columns' | 'line';
    /** A value for each width; null leaves a gap. */
    readonly values: readonly (number | null)[];
    /** The value as a reader sees it. */
    readonly text: (value: number) => string;
}
/** A vertical line at a width. */
export interface Mark {
    readonly width: number;
    readonly text: string;
}
export interface Chart {
    /** What it shows, for those who can't see it. */
    readonly title: string;
    /** The widths from left to right, consecutive. */
    readonly widths: readonly number[];
    readonly series: readonly Series[];
    /** From the widest on, whose text is the highest. */
    readonly marks: readonly Mark[];
    /** Values at which there is a horizontal line, from low to high; the first and the last are the ends of the axis. */
    readonly ticks: readonly {
        readonly value: number;
        readonly text: string;
    }[];
    /** Where a value lies between the ends: a logarithm for shares. */
    readonly scale: (value: number) => number;
}
export declare function chartSvg(chart: Chart): Markup;
