export declare const TAIL_KINDS: readonly ["tie", "above half", "one bit", "below half"];
export type TailKind = (typeof TAIL_KINDS)[number];
/** A tail of some length: its kind, and the place of its lowest one bit, counted from 0 and below one half; a tie has place 0. */
export interface Tail {
    readonly length: number;
    readonly kind: TailKind;
    readonly place: number;
}
/** Every kind of tail of a length, with its lowest one at every place below one half. @param length at least 1 */
export declare function tailsOf(length: number): readonly Tail[];
/** The tails of every length in a range. */
export declare function tails(shortest: number, longest: number): readonly Tail[];
/** The bits of a tail. */
export declare function tailBits({ length, kind, place }: Tail): bigint;
