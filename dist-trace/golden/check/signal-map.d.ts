import { type VectorSet } from './vector-set.ts';
/** Names are dotted paths as in the waveform. */
export interface SignalMap {
    readonly clock: string;
    /** The number of the cycle, two's complement; without it, samples are counted. */
    readonly cycle?: string | undefined;
    /** The first cycle to compare; without a cycle signal, also the number of the first sample. */
    readonly firstCycle?: number | undefined;
    /** The last cycle to compare. */
    readonly lastCycle?: number | undefined;
    /** Of a unit: a result is there. Without it, one is there at every rising edge. */
    readonly valid?: string | undefined;
    /** Of a unit: the number of the case. Without it, results come in order. */
    readonly case?: string | undefined;
    /** By result field; of the element by register, port or `registers`. */
    readonly signals: Readonly<Record<string, string>>;
}
/** The map in a JSON text. @param subject its name in error messages @throws InputError */
export declare function parseSignalMap(subject: string, text: string, unit: string): Promise<SignalMap>;
/** The signals of the generated bench. */
export declare function benchSignals(set: VectorSet): SignalMap;
