/** Brings the operands of a run into memory, as the kernels want them. */
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { Kernels } from './kernels.ts';
import { type Scales } from './ranges.ts';
import type { RunDescription, SourceGeometry } from './run-description.ts';
/** @param squares whether columns are squares of 2x2 outputs */
export declare function sourceGeometry({ rows, columns }: Convolution, squares: boolean): SourceGeometry;
export interface OperandScales {
    readonly x: Scales;
    readonly y: Scales;
}
/** Brings X into memory, or where units fold it themselves only what they need for that. @param scratch of `foldScratchBytes` */
export declare function prepareRows(x: Operand, scales: Scales, datapath: IntegerForm, run: RunDescription, kernels: Kernels, scratch: number): void;
/** Brings Y into memory image by image, and first what depends on shapes and scales alone. Yields how many images are there. */
export declare function preparingColumns(conv: Convolution, datapath: IntegerForm, y: Operand, scales: Scales, run: RunDescription, kernels: Kernels): Generator<number, void, undefined>;
