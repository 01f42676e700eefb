import type { Convolution } from '../convolution.ts';
import type { ConvolutionResult } from '../result.ts';
import type { ElementObserver } from './element.ts';
export declare class Gatherer implements ElementObserver {
    readonly bits: Uint32Array;
    finished: number;
    private groups;
    private firstOutput;
    private firstGroup;
    constructor(outputs: number);
    output(index: number, bits: number): void;
    overflow(output: number, group: number): void;
    report({ outputShape }: Convolution): ConvolutionResult['overflow'];
}
