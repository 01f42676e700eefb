/** What charts share: ticks, and coordinates as they stand in SVG. */
/** A value with a line and a text at it. */
export interface Tick {
    readonly value: number;
    readonly text: string;
}
/** Ticks from 0 to the first one that is not below the largest value, at 1, 2 or 5 times a power of ten. @param about how many */
export declare function ticksTo(largest: number, about: number): readonly number[];
/** A coordinate, in tenths. */
export declare function coordinate(value: number): number;
/** About how wide a text of 11 px is. */
export declare function textWidth(text: string): number;
/** A name cut in its middle, since layers' names differ at their ends. */
export declare function shortened(name: string, most: number): string;
