import type { FoundSource } from './found-source.ts';
import type { PlannedSignal } from './signal-plan.ts';
import { type Word } from './word.ts';
/** The values of signals at rising edges; they go by their numbers. */
export interface Samples {
    next(): 'sample' | 'pause' | 'end';
    /** One digit a bit, of the signal's own width. */
    value(signal: number): string;
    readonly time: number;
    /** Whether cycles were lost since the sample before. */
    readonly gap: boolean;
    readonly progress: {
        readonly done: number;
        readonly total: number;
    };
}
/** Makes a word of some signals' values; bits that no signal gives are 0. @param first the number of the first of them */
export declare function assembler(signals: readonly PlannedSignal[], bits: number, first: number): (samples: Samples) => Word;
declare abstract class Waveform implements FoundSource {
    #private;
    readonly text = "";
    readonly endMark = "";
    stamp: number | undefined;
    count: number;
    protected readonly samples: Samples;
    constructor(samples: Samples, assemble: (samples: Samples) => Word);
    abstract readonly complete: boolean;
    abstract readonly remarks: readonly string[];
    protected abstract accept(): boolean;
    next(): 'word' | 'pause' | 'end';
    word(): Word;
    get place(): string;
    get progress(): {
        done: number;
        total: number;
    };
}
/** Numbers of the signals that say when a result is there and whose it is. */
export interface ResultSignals {
    readonly valid: number | undefined;
    readonly case: number | undefined;
}
/** A unit's results: one at each rising edge with `valid`. */
export declare class ResultWaveform extends Waveform {
    #private;
    readonly complete = false;
    constructor(samples: Samples, assemble: (samples: Samples) => Word, signals: ResultSignals);
    get remarks(): string[];
    protected accept(): boolean;
}
/** How cycles are numbered, and which of them count. */
export interface CycleNumbers {
    /** The number of the signal with the cycle; without it, samples are counted. */
    readonly signal: number | undefined;
    /** The cycle of the first sample, where samples are counted. */
    readonly start: number;
    readonly window: {
        readonly first: number;
        readonly last: number;
    };
    /** The number of the signal with which a sample counts; without it, all do. */
    readonly valid?: number | undefined;
}
/** An element's registers or outputs, by cycle. */
export declare class CycleWaveform extends Waveform {
    #private;
    constructor(samples: Samples, assemble: (samples: Samples) => Word, numbers: CycleNumbers);
    get complete(): boolean;
    get remarks(): string[];
    protected accept(): boolean;
}
export {};
