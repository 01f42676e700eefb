/** The run of an element cycle by cycle: its inputs, what every register holds, and the outputs as they become visible. */
import { type Field } from '../fields.ts';
import type { FileRole } from '../manifest.ts';
import { FieldView } from './field-view.ts';
import type { LineSource } from './found-source.ts';
import type { VectorSet } from './vector-set.ts';
/** The element's ports, compared like registers where a waveform has them. */
export declare const PORTS: import("../fields.ts").FieldSpec[];
/** The registers of a set at their places, and above them the ports, which take no bits of a dump's word. */
export declare function cycleFields(set: VectorSet): Field[];
export declare class GoldenCycles {
    #private;
    /** From 0; -1 before the first one. */
    cycle: number;
    /** Digits of the registers alone. */
    text: string;
    /** Golden registers and stimulus in the cycle before; zeros before the first. */
    readonly before: FieldView;
    readonly stimulusBefore: FieldView;
    constructor(set: VectorSet, lines: (role: FileRole) => LineSource);
    /** Goes on to the next cycle. @returns whether there is one */
    next(): boolean;
    /** The output that is visible in this cycle: its number, or undefined for none. */
    get output(): number | undefined;
    /** Reads the words of this cycle and the one before. @returns registers and ports */
    read(): FieldView;
}
