import type { RegisterBank } from '../../sim/cycle/registers.ts';
import type { PeInputs } from './inputs.ts';
import { type PeParameters } from './parameters.ts';
export declare class GoldenElement {
    private readonly make;
    private element;
    private inputs;
    private visible;
    constructor(parameters: PeParameters, outputScale: number);
    get banks(): readonly RegisterBank[];
    /** One clock edge. @returns the output that becomes visible with it */
    clock(inputs: PeInputs): number | undefined;
    /** The lanes of the current cycle as groups of one pair. */
    private operands;
}
/** Makes the register words of an element's banks. Only registers that changed since the word before are put again. */
export declare function registersWriter(parameters: PeParameters): (banks: readonly RegisterBank[]) => string;
