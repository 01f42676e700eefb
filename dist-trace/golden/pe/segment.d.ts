/** The stimulus as data: segments of runs, idle cycles and resets, before any operand is drawn. */
import type { OperandMaker } from './operands.ts';
/** How often cycles without a pair come after a pair, by where it stands: probabilities. */
export interface Gaps {
    readonly inGroup: number;
    readonly betweenChunks: number;
    readonly betweenOutputs: number;
    /** The longest gap, in cycles. */
    readonly longest: number;
}
export declare const NO_GAPS: Gaps;
/** Outputs in the order of the sequencer. */
export interface RunPart {
    readonly kind: 'run';
    readonly outputs: number;
    /** G, the groups of an output. */
    readonly groups: number;
    /** K, the pairs of a group. */
    readonly pairs: number;
    /** How many outputs take turns: at most the element's contexts. */
    readonly interleave: number;
    readonly operands: OperandMaker;
    readonly gaps: Gaps;
    /** The run is abandoned after so many cycles; a reset has to follow. */
    readonly cut?: number;
}
export type Part = RunPart
/** Cycles without a pair. */
 | {
    readonly kind: 'idle';
    readonly cycles: number;
}
/** Cycles of reset; `in_valid` is high in all of them or by chance, and means nothing. */
 | {
    readonly kind: 'reset';
    readonly cycles: number;
    readonly valid: number;
};
/** A stretch of stimulus for one purpose. */
export interface Segment {
    readonly name: string;
    /** What it is to find. */
    readonly about: string;
    readonly parts: readonly Part[];
}
type RunShape = Pick<RunPart, 'outputs' | 'groups' | 'pairs' | 'operands'>;
/** A run, one output after the other and without a gap where nothing else is said. */
export declare function run(shape: RunShape & Partial<RunPart>): RunPart;
export declare function idle(cycles: number): Part;
/** @param valid how likely `in_valid` is high */
export declare function reset(cycles: number, valid: number): Part;
export {};
