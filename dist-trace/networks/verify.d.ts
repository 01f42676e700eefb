import type { Steps } from '../bits/steps.ts';
import type { ElementFormat } from '../formats/element.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { Convolution, Pass } from '../sim/convolution.ts';
import type { ArrayParameters } from '../sim/cycle/parameters.ts';
import { type CycleCounts } from '../sim/cycle/timing.ts';
import { type NetworkLayer } from './layer.ts';
import type { LayerRun } from './layer-runs.ts';
import { type LayerCase } from './shrink.ts';
/** Steps a pass on the clocked model and gives what it counted. */
export type ClockedRun = (conv: Convolution, x: MlsTensor, y: MlsTensor, array: ArrayParameters, channelGroups: number) => Steps<CycleCounts>;
export interface VerifyOptions {
    readonly element: ElementFormat;
    readonly scaleFormat: GroupScaleFormat;
    /** Of the operands' random codes. */
    readonly seed: bigint;
    /** Multiplier slots (cycles x T x rows x cols) that are simulated for one array, shared evenly by its runs. A larger layer is shrunk. */
    readonly slots: number;
}
/** What is verified in one go: a pass of a layer, on one array. */
export interface VerifiedCase extends LayerCase {
    readonly pass: Pass;
    readonly array: ArrayParameters;
    readonly shrunk: boolean;
}
/** A case on which the two disagree. */
export interface Mismatch extends VerifiedCase {
    readonly counts: readonly {
        readonly name: keyof CycleCounts;
        readonly closedForm: bigint;
        readonly clocked: bigint;
    }[];
}
export interface Verification {
    readonly arrays: number;
    readonly cases: number;
    readonly shrunk: number;
    /** Layers of which even the smallest is too large on an array, by array. */
    readonly tooLarge: number;
    readonly mismatches: readonly Mismatch[];
}
/** `count` of the items, spread evenly from the first to the last; all of them if there are no more. */
export declare function spread<T>(items: readonly T[], count: number): readonly T[];
/** Runs every layer on every array. */
export declare function verify(runs: readonly LayerRun[], arrays: readonly ArrayParameters[], options: VerifyOptions, clocked: ClockedRun): Steps<Verification>;
/** How a layer reads in a message. */
export declare function layerText({ co, ci, kernel, stride, padding, dilation, groups, input }: NetworkLayer): string;
