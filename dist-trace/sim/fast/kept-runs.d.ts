import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { type FastRun, type Refusal } from './fast-run.ts';
/**
 * A run of a pass. Its plan may be that of the last one, if that holds for these operands as well: then `planFastRun` may choose otherwise which groups are folded, as that
 * depends on what is faster for some of their scales; with either the bits are the same.
 * @param threads at most so many; there are no more than slices @returns the run, or why there is none
 */
export declare function fastRunOf(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, tensorScale: 0 | 1, threads?: number): FastRun | Refusal;
