/** The analysis on data: one pass over the operands for all accumulator widths, wrapping and saturating, and for the units behind them. */
import { type Shape4 } from '../bits/shape.ts';
import type { Steps } from '../bits/steps.ts';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import type { Convolution } from '../sim/convolution.ts';
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { type Effect } from './effects.ts';
import { type PassWidth } from './layer-widths.ts';
import { type NeedsReport } from './needs.ts';
import { type ScalerReport } from './scaler-tally.ts';
import type { Tile } from './tile.ts';
import { type TreeError } from './tree-error.ts';
/** What is measured. */
export interface MeasureRequest {
    readonly conv: Convolution;
    readonly x: MlsTensor;
    readonly y: MlsTensor;
    /** T, a power of two. */
    readonly treeWidth: number;
    readonly subnormals: SubnormalPolicy;
    /** Whether outputs are multiplied by S_z. */
    readonly tensorScale: boolean;
    /** Whether adder trees are compared with the exact sum. */
    readonly trees: boolean;
}
/** What was found. */
export interface Measurement {
    readonly shape: Shape4;
    /** The worst case of any operands. */
    readonly worst: PassWidth;
    /** The worst case of this first operand with any second one. */
    readonly known: {
        readonly largestSum: bigint;
        readonly width: number;
    };
    readonly needs: NeedsReport;
    /** Index of the output with the largest partial sum. */
    readonly peakOutput: Shape4;
    /** For every width from 4 that some group overflows, wrapping and saturating. */
    readonly effects: readonly Effect[];
    readonly scaler: ScalerReport;
    readonly trees: readonly TreeError[] | null;
}
/** The tiles of a pass, in doubles where every sum is exact in them. */
export declare function tilesOf({ conv, x, y, ...rest }: Omit<MeasureRequest, 'trees'>): Generator<Tile>;
/** Measures a pass. Each step is a tile. */
export declare function measuring(request: MeasureRequest): Steps<Measurement>;
