import type { SubnormalPolicy } from '../bits/binary32.ts';
import { type AccumulatorFormat, type AccumulatorOverflow } from '../units/local-accumulator.ts';
import type { Tile } from './tile.ts';
/** The outputs of one accumulator beside those of one that is wide enough. */
export interface Effect {
    /** A. */
    readonly width: number;
    readonly overflow: AccumulatorOverflow;
    /** Outputs whose bits differ; two NaNs are equal. */
    readonly changed: number;
    /** Of all outputs. */
    readonly share: number;
    /** Signal to noise of the difference in dB, over the outputs that are finite with a wide accumulator; null where there is no noise, -Infinity where it is not finite. */
    readonly sqnr: number | null;
}
/** The stages after the accumulators. */
export interface OutputStages {
    readonly treeWidth: number;
    readonly subnormals: SubnormalPolicy;
    /** The tensor scales, or null to leave the sums as they are. */
    readonly tensorScales: readonly [number, number] | null;
}
/** The outputs of a tile: group sums through the tree, and S_z. */
export declare class TileOutputs {
    private readonly tree;
    private readonly scale;
    private readonly sums;
    /** @param tile the most outputs of a tile */
    constructor({ treeWidth, subnormals, tensorScales }: OutputStages, tile: number);
    /** Writes the outputs of one tile. @param limit the accumulator, or undefined for a wide one */
    write(tile: Tile, out: Float32Array, limit?: AccumulatorFormat): void;
}
/** Gathers the effects of many accumulators, tile by tile. */
export declare class EffectTally {
    private readonly outputs;
    private readonly running;
    private readonly wide;
    private readonly found;
    private total;
    private signal;
    /** @param widths of the accumulators, each of which wraps and saturates @param tile the most outputs of a tile */
    constructor(stages: OutputStages, widths: readonly number[], tile: number);
    add(tile: Tile): void;
    report(): readonly Effect[];
}
