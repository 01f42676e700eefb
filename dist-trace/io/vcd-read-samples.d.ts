import type { NamedSignal } from './vcd-read-names.ts';
import type { VcdReader } from './vcd-read.ts';
export declare class VcdSamples {
    #private;
    /** The time of the edge. */
    time: number;
    /** Whether the waveform had a gap ($dumpoff) since the sample before: cycles were lost. */
    gap: boolean;
    /** @param signals asked for by their place in this list @throws InputError for a clock of several bits */
    constructor(reader: VcdReader, clock: NamedSignal, signals: readonly NamedSignal[]);
    get progress(): {
        done: number;
        total: number;
    };
    /** The value of a signal before the edge, one digit a bit. */
    value(signal: number): string;
    /** Goes on to the next rising edge. @throws InputError */
    next(): 'sample' | 'pause' | 'end';
}
