/**
 * The processing element a chunk at a time, for runs that nobody looks into: the bits, operations, overflows and toggles of `FastElement`.
 *
 * What a register is loaded with does not depend on when, so each unit can take a whole chunk at once; and the registers of a delay line see the same
 * values one after the other, so that their toggles are those of the first one times its length. Only the valid bits depend on time: they
 * change where the issue has a gap.
 */
import type { IntegerForm } from '../datapath.ts';
import type { ElementObserver, UnitOperations } from './element.ts';
import type { FastWidths } from './fast-element.ts';
import type { FastOperands } from './fast-operands.ts';
import type { ArrayParameters } from './parameters.ts';
import type { RegisterClass } from './registers.ts';
/** A chunk as the array hands it out. */
export interface ChunkSlot {
    readonly context: number;
    readonly chunk: number;
    /** Cycles since the run's start in which its last pair is issued, and those that this pair was held. */
    readonly lastIssue: number;
    readonly stalls: number;
}
export declare class ChunkElement {
    readonly operations: UnitOperations;
    private readonly operands;
    private readonly observer;
    private readonly array;
    private readonly stages;
    private readonly accumulator;
    private readonly flush;
    private readonly outputScale;
    private readonly counting;
    private readonly groupSize;
    private readonly chunks;
    private readonly productMask;
    private readonly sumMask;
    private readonly lsbMask;
    private readonly qMask;
    private readonly qHighMask;
    private readonly product;
    private readonly sum;
    private readonly overflow;
    private readonly xScale;
    private readonly yScale;
    private readonly q;
    private readonly lsb;
    /** Terms, then the nodes of each level. */
    private readonly tree;
    private readonly treeBits;
    private readonly terms;
    private readonly sums;
    private readonly running;
    private readonly runningBits;
    /** The adder of the running sum, and the output. */
    private readonly single;
    private readonly singleBits;
    private productToggles;
    private accumulatorToggles;
    private scaleToggles;
    private scaledToggles;
    private termToggles;
    private nodeToggles;
    private addingToggles;
    private contextToggles;
    private outputToggles;
    private laneCount;
    private laneToggles;
    private firstBit;
    private lastBit;
    private contextBits;
    private firstToggles;
    private lastToggles;
    private contextRegisterToggles;
    private chunkCount;
    /** Stretches of cycles without a gap: of issued pairs, of last pairs, of last pairs of last chunks. */
    private issueStretches;
    private chunkStretches;
    private outputStretches;
    private previousIssue;
    private previousOutput;
    constructor(form: IntegerForm, widths: FastWidths, array: ArrayParameters, outputScale: number, operands: FastOperands, observer: ElementObserver, groups: {
        readonly groupSize: number;
        readonly chunks: number;
    }, countToggles: boolean);
    /** Takes a chunk of an output through the pipeline. @param start the cycle of the run's first issue */
    takeChunk(slot: ChunkSlot, output: number, start: number): void;
    private accumulate;
    /** The accumulators with their width checked at each step; equal to `accumulate` of the units. */
    private accumulateChecked;
    private scale;
    private countScaler;
    /** Converts the terms and adds them up, with +0 in idle lanes. */
    private reduce;
    private root;
    private addToRunningSum;
    private countControl;
    /** All toggles of a finished run. @param end the cycle of the last issue: the last stage still shows what was issued then */
    toggles(end: number): ReadonlyMap<RegisterClass, number>;
}
