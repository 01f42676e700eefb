import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { type ThreadLayout } from './layout.ts';
import { type FastPlan } from './plan.ts';
import { type Prepacked } from './prepack.ts';
import { type OperandScales } from './prepare.ts';
import { type Scales } from './ranges.ts';
import { type RunDescription } from './run-description.ts';
/** A run that fits the kernels and the memory. */
export interface FastRun {
    /** What is compiled of `assembly/convolution.ts`. */
    readonly module: WebAssembly.Module;
    readonly plan: FastPlan;
    readonly description: RunDescription;
    readonly scales: OperandScales;
    /** The parts of each thread. */
    readonly threads: readonly ThreadLayout[];
    readonly bytes: number;
    /** What is there of X already, with the run's memory. */
    readonly prepacked?: Prepacked | undefined;
    /** What the work is cut into. */
    readonly slices: number;
    /** Whether any operands of these formats and shapes have this plan, if their scales are within the range of these. */
    readonly ofFormats: boolean;
}
export interface Refusal {
    /** Why the kernels can't take a pass. */
    readonly refused: string;
}
export declare function scalesOfX(datapath: IntegerForm, x: Operand): Scales;
export declare function scalesOfY(datapath: IntegerForm, y: Operand): Scales;
/** Plans a pass. @param threads at most so many; there are no more than slices @returns the run, or why there is none */
export declare function planFastRun(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1, threads?: number): FastRun | Refusal;
/** S_z, where outputs are scaled. */
export declare function outputScaleOf(datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1): number | undefined;
