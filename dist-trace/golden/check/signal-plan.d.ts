import type { Field } from '../fields.ts';
import type { RegisterBankRole } from './element-registers.ts';
import type { SignalMap } from './signal-map.ts';
/** A signal and its place in the word. */
export interface PlannedSignal {
    /** Its name in the waveform. */
    readonly signal: string;
    /** What it is, such as `A.sum lane 3`. */
    readonly about: string;
    readonly lsb: number;
    readonly width: number;
}
/** The signals of all result fields of a unit. @param fields placed in a result @throws InputError for a field without a signal, and the other way round */
export declare function planResult(subject: string, { signals }: SignalMap, fields: readonly Field[]): PlannedSignal[];
/** The key of a map that stands for all registers at once. */
export declare const ALL_REGISTERS = "registers";
/** What an element's signals are planned for. */
export interface PlannedElement {
    /** Registers and ports at their places. */
    readonly fields: readonly Field[];
    readonly roles: readonly RegisterBankRole[];
    /** Of all registers together, without the ports. */
    readonly registerBits: number;
    /** The path of each stage. */
    readonly stageNames: readonly string[];
}
export interface ElementPlan {
    readonly signals: readonly PlannedSignal[];
    /** The banks and ports that the signals give. */
    readonly names: ReadonlySet<string>;
}
/** The signals of an element's registers and ports. @throws InputError for a key that is none of them, and for two signals of one register */
export declare function planElement(subject: string, { signals }: SignalMap, element: PlannedElement): ElementPlan;
