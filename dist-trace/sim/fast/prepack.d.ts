/** The first operand of several passes, brought into the form of the kernels once. */
import type { Convolution } from '../convolution.ts';
import type { Datapath, IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { type PrepackedLayout } from './layout.ts';
import { type MatrixForm } from './matrix-form.ts';
import { type Scales } from './ranges.ts';
/** What is kept of an operand. */
export interface Prepacked {
    /** Its rows, and behind them the room of a run: one at a time. */
    readonly memory: WebAssembly.Memory;
    readonly layout: PrepackedLayout;
    readonly scales: Scales;
    /** All that the rows depend on beside the operand. */
    readonly key: string;
    /** Whether bounds of sums are norms. */
    readonly norms: boolean;
    inUse: boolean;
}
/**
 * Brings X into the form of the SIMD kernels once, for passes that have it in common: the weights of a layer, in the forward pass or the input gradient.
 * Any engine takes what is returned like X itself, with the same bits; passes of 3x3 taps side by side, outputs one apart, on `conv`'s geometry and datapath are spared
 * the work. Weights that come again unchanged are kept without this call where it gains most; here they aren't compared. The copy and its rows take three times the memory of X's codes, and the memory of its runs is kept beside them.
 * @param conv a pass with X as its first operand; its batch, and its height and width, don't matter
 * @returns a copy of X, whose codes and scales are not to be changed
 */
export declare function prepack<Product, Sum, X extends Operand>(conv: Convolution, datapath: Datapath<Product, Sum>, x: X): X;
/** Whether something is kept of an operand. */
export declare function isPrepacked(x: Operand): boolean;
/** What is kept of an operand, where no run has it. */
export declare function prepackedOf(x: Operand): Prepacked | undefined;
/** Whether a pass on a datapath can have what is kept. */
export declare function fits(packed: Prepacked, form: MatrixForm, datapath: IntegerForm): boolean;
/** The memory of what is kept, of at least so many bytes; undefined where the system has too little, or another run has it. Whoever gets it has to release it. */
export declare function takePrepacked(packed: Prepacked, bytes: number): WebAssembly.Memory | undefined;
/** Lets the next run have it. */
export declare function releasePrepacked(packed: Prepacked): void;
