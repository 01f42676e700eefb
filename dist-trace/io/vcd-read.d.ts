import { type VcdDeclaration } from './vcd-read-declarations.ts';
/** What `next` came to. */
export type VcdEvent = 'change' | 'time' | 'off' | 'on' | 'pause' | 'end';
/** Whether a file is a waveform: whether its first character is a `$`. @throws InputError when it cannot be read */
export declare function isVcd(path: string): boolean;
export declare class VcdReader {
    #private;
    /** The time of what comes now, in units of the file. */
    time: number;
    /** Of a change: the number that the signal is watched under, and its value, one digit a bit. */
    slot: number;
    value: string;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path: string);
    get subject(): string;
    get progress(): {
        done: number;
        total: number;
    };
    /** Reads the declarations, up to the first change. Events and real numbers are left out. @throws InputError */
    declarations(take: (declaration: VcdDeclaration) => void): void;
    /** Watches a signal: its changes are reported. @returns the number of the signal, the same for all signals with its code */
    watch({ code, width, path }: VcdDeclaration): number;
    /** Goes on to the next change of a watched signal, or time, or gap. @throws InputError */
    next(): VcdEvent;
    close(): void;
}
