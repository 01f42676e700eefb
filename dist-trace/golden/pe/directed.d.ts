/** The directed segments: each finds one kind of mistake. What a parameter rules out (idle lanes with one lane) has no segment. */
import type { PeParameters } from './parameters.ts';
import { type Segment } from './segment.ts';
/** How much of everything there is. */
export interface Effort {
    /** The outputs of a run in proportion to level 1; each run has one at least. */
    readonly outputs: number;
    /** The most pairs of a group that is made to reach the accumulator's limits. */
    readonly longestGroup: number;
}
export declare function directedSegments(p: PeParameters, effort: Effort): Segment[];
