import type { VcdDeclaration } from './vcd-read-declarations.ts';
/** Bits of a declared signal: from digit `from` of its value, counted from the left, as many as `width`. */
export interface SignalPiece {
    readonly declaration: VcdDeclaration;
    readonly from: number;
    readonly width: number;
}
/** What a name stands for: pieces of signals, the most significant first. */
export interface NamedSignal {
    readonly name: string;
    readonly width: number;
    readonly pieces: readonly SignalPiece[];
}
/** The declarations that a name may mean. Names are dotted paths; scopes above the first one may be left out. */
export declare class SignalNames {
    #private;
    /** @param names all that will be looked for: others are not kept */
    constructor(subject: string, names: Iterable<string>);
    /** Takes note of a declaration. @throws InputError */
    add(declaration: VcdDeclaration): void;
    /**
     * The signal of a name: a declared one; bits of one, `bus[3]` and `bus[7:4]`; or the elements of an array, `bus[0]`, `bus[1]`..., side by side.
     * @throws InputError where there is none, or more than one
     */
    find(name: string): NamedSignal;
}
