/** The parameters of a processing element, as the vectors, the model and the RTL take them. */
import type { ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { type ArrayParameters } from '../../sim/cycle/parameters.ts';
import { mlsDatapath } from '../../sim/mls-datapath.ts';
import { type AccumulatorOverflow } from '../../units/local-accumulator.ts';
export interface PeParameters {
    /** The formats of operand x, then those of y. */
    readonly element: ElementFormat;
    readonly elementY: ElementFormat;
    readonly scale: GroupScaleFormat;
    readonly scaleY: GroupScaleFormat;
    /** A, 4..64 bits. */
    readonly accWidth: number;
    readonly accOverflow: AccumulatorOverflow;
    /** T, a power of two in 1..1024. */
    readonly treeWidth: number;
    /** Lf and Lm, 1..64 cycles. */
    readonly fpAddLatency: number;
    readonly fpMulLatency: number;
    /** Running-sum registers, 1..1024: how many outputs can take turns. */
    readonly contexts: number;
    /** Whether stage Z is there. */
    readonly tensorScale: boolean;
    readonly flushToZero: boolean;
}
/** The parameters, checked. @throws InputError, TypeError */
export declare function requirePeParameters(parameters: PeParameters): PeParameters;
/** An array of this one element. */
export declare function arrayOf({ treeWidth, fpAddLatency, fpMulLatency, contexts, tensorScale }: PeParameters): ArrayParameters;
/** The element's datapath. */
export declare function datapathOf(parameters: PeParameters): ReturnType<typeof mlsDatapath>;
/** Cycles from the issue of an output's last pair until the output is visible. */
export declare function latencyOf(parameters: PeParameters): number;
/** Width of a context number; one bit where there is only one. */
export declare function contextBits({ contexts }: PeParameters): number;
/** The parameters of module `pe`. */
export declare function rtlParameters(p: PeParameters): Record<string, number>;
/** S_z of a set: a binary32 pattern in [1/4, 4) whose mantissa is long, so that nearly every product with it is inexact. */
export declare function outputScaleOf(seed: bigint): number;
