/** Whether neighbouring groups are folded, and how: from their scales and shapes. */
import { type FoldLimits } from './folding.ts';
import type { MatrixForm } from './matrix-form.ts';
import type { FastPlan, OperandRanges } from './plan.ts';
export interface FoldingChoice {
    readonly folding: FastPlan['folding'];
    readonly limits: FoldLimits;
    readonly reason?: string;
}
export declare const NO_FOLDING: FoldingChoice;
/** The cheapest way to sum two groups, by the instructions of its inner loop for all outputs of a plane, those of cut-off tiles included. */
export declare function chooseFolding(form: MatrixForm, ranges: OperandRanges): FoldingChoice;
