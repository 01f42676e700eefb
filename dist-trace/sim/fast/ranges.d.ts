/** What operands hold, as far as the planner has to know. */
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { type MatrixForm } from './matrix-form.ts';
import type { OperandRanges } from './plan.ts';
/** The codes that occur, ascending. */
export declare function codesIn(codes: Uint16Array): readonly number[];
/** A number of ones, at most `most`, that no code exceeds; undefined where some code does. Found in a third of the time that it takes to find all codes. */
export declare function coverOf(codes: Uint16Array, most: number): number | undefined;
/** What is known of an operand's scales: their codes, and the factors of those that groups have which are not all zeros. */
export interface Scales {
    readonly codes: readonly number[];
    /** By code; 0 for groups of zeros alone. */
    readonly factors: ReadonlyMap<number, number>;
}
/** The ranges of any operands of the formats, with scales as they occur: known without a look at most elements. Multipliers are looked for when asked for. */
export declare function formatRanges(form: MatrixForm, datapath: IntegerForm, x: Operand, y: Operand, scales: {
    readonly x: Scales;
    readonly y: Scales;
}): OperandRanges;
/** The words of scales by code. */
export declare function scaleWords({ codes, factors }: Scales): Int32Array;
/** The factors of groups that aren't zeros alone. */
export declare function occurring({ factors }: Scales): readonly number[];
/** The ranges of the operands at hand, the largest sum of magnitudes over a plane of X included. */
export declare function measuredRanges(taps: number, datapath: IntegerForm, x: Operand, y: Operand, known: OperandRanges): OperandRanges;
/** The scales of an operand. */
export declare function scalesOf(operand: Operand, integers: Float64Array, factor: (code: number) => number): Scales;
/** The largest magnitude of integers. */
export declare function largestOf(integers: Float64Array): number;
