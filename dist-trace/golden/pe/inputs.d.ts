import { type PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';
/** The inputs of a cycle; codes and scales have an entry for each lane. */
export interface PeInputs {
    reset: boolean;
    valid: boolean;
    first: boolean;
    last: boolean;
    chunkFirst: boolean;
    chunkLast: boolean;
    context: number;
    /** 0 or 1. In a valid cycle the lanes with a group come first. */
    readonly laneValid: Uint8Array;
    readonly x: Uint16Array;
    readonly y: Uint16Array;
    readonly xScale: Uint16Array;
    readonly yScale: Uint16Array;
}
/** Inputs that are all zero. */
export declare function zeroInputs({ treeWidth }: PeParameters): PeInputs;
/** Random inputs of a cycle without a pair: what nobody may look at wiggles, so that a register that loads without its enable shows. */
export declare function scramble(inputs: PeInputs, p: PeParameters, random: RandomStream): void;
/** Makes the stimulus words of inputs. */
export declare function stimulusWriter(p: PeParameters): (inputs: PeInputs) => string;
