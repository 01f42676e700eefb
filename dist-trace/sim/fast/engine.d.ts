import type { Steps } from '../../bits/steps.ts';
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { ConvolutionResult } from '../result.ts';
import type { FastRun } from './fast-run.ts';
import { Outputs } from './outputs.ts';
/** Takes a memory in which no thread takes a unit yet; undefined where the system has too little. The caller gives it back. */
export declare function takeRunMemory({ bytes, description, threads, prepacked }: FastRun): WebAssembly.Memory | undefined;
/** Gives the memory of a run back, that nothing reads any more. */
export declare function returnRunMemory({ prepacked }: FastRun, memory: WebAssembly.Memory): void;
/** Fills the memory of a run of this thread alone, and opens its units. */
export declare function prepareRun(conv: Convolution, datapath: IntegerForm, { module, description, scales, threads, prepacked }: FastRun, memory: WebAssembly.Memory, x: Operand, y: Operand): void;
/** The same with other threads, which fold X while this one brings Y into memory, and take units of its first images before the last are there. @param check throws where one of them has failed */
export declare function prepareTogether(conv: Convolution, datapath: IntegerForm, run: FastRun, memory: WebAssembly.Memory, x: Operand, y: Operand, check: () => void): Promise<void>;
/** Units of a run until none is left, on the part of the first thread, which copies the outputs of jobs as they end. */
export declare function runUnits({ module, description, threads, slices }: FastRun, memory: WebAssembly.Memory, x: Operand, outputs: Outputs): Steps<void>;
/** The result of a run that has ended on all threads. */
export declare function fastResult(conv: Convolution, { threads }: FastRun, memory: WebAssembly.Memory, tensorScale: 0 | 1, outputs: Outputs): ConvolutionResult;
/** Runs a pass on this thread. Equal to `runReference` in every bit, count and overflow; each step is a unit. @returns undefined where the system has too little memory */
export declare function runFast(conv: Convolution, datapath: IntegerForm, run: FastRun, x: Operand, y: Operand, tensorScale: 0 | 1, into?: Uint32Array): Steps<ConvolutionResult | undefined>;
