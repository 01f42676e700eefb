/**
 * The fields of a packed word: what a line of a vector file consists of. The first field is the most significant, as in the concatenation
 * `{a, b, result}`; of a field with lanes, lane 0 is the least significant, as in `bus[lane*WIDTH +: WIDTH]`.
 */
/** How the bits of a field read. */
export type FieldKind = {
    readonly kind: 'bit' | 'unsigned' | 'signed' | 'binary32';
}
/** An element code <E,M>. */
 | {
    readonly kind: 'element';
    readonly E: number;
    readonly M: number;
}
/** A group scale code <Eg,Mg>. */
 | {
    readonly kind: 'scale';
    readonly Eg: number;
    readonly Mg: number;
};
/** A named part of a word, before its place is known. */
export type FieldSpec = FieldKind & {
    /** A Verilog identifier; of a register, its path in the model, such as `A.sum`. */
    readonly name: string;
    /** Whether a design takes it, gives it, or has it in a register. */
    readonly direction: 'in' | 'out' | 'register';
    /** Bits of one lane. */
    readonly width: number;
    /** How many lanes lie side by side; 1 for a plain field. */
    readonly lanes: number;
};
/** A field at its place. */
export type Field = FieldSpec & {
    /** The place in the word, inclusive. */
    readonly msb: number;
    readonly lsb: number;
};
/** Bits of a word of these fields. */
export declare function wordBits(fields: readonly FieldSpec[]): number;
/** Gives each field its place, the first one at the top. */
export declare function placeFields(specs: readonly FieldSpec[]): Field[];
/** A plain field. */
export declare function field(direction: FieldSpec['direction'], name: string, width: number, kind: FieldKind): FieldSpec;
