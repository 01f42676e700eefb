/** The pipeline of an element, stage by stage: M, A, S, C, the tree's levels, R, Z. Numbers here are indices of stages, each one register deep. */
import type { ArrayParameters } from './parameters.ts';
/** Product, accumulator, scaled sum, converted term. */
export declare const M = 0;
export declare const A = 1;
export declare const S = 2;
export declare const C = 3;
/** Where the parts of a pipeline begin. */
export interface Stages {
    /** log2 T. */
    readonly levels: number;
    /** First stage of the tree; that of level v (1..levels) is tree + (v - 1) x Lf. */
    readonly tree: number;
    /** First and last stage of the running sum's adder; the last one's data are the context registers. */
    readonly runningSum: number;
    readonly runningSumLast: number;
    /** First stage of the tensor scale's multiplier, present or not. */
    readonly tensorScale: number;
    /** The number of stages: the element's latency. */
    readonly count: number;
}
export declare function stagesOf({ treeWidth, fpAddLatency, fpMulLatency, tensorScale }: ArrayParameters): Stages;
/** A stage's name as a path: `M`, `T.level2.stage0`, `R.stage1`. */
export declare function stageName(stage: number, stages: Stages, fpAddLatency: number): string;
