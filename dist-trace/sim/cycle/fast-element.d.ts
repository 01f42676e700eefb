/**
 * The processing element on flat typed arrays: equal to `ClockedElement` in every register in every cycle, many times as fast.
 *
 * One pass over the pipeline a cycle, oldest stage first, so that each stage still sees the values before the edge. From stage S on only chunks
 * in flight are visited. Products and sums are 32-bit integers; `fitsFastElement` says where that is exact.
 */
import type { IntegerForm } from '../datapath.ts';
import type { Element, ElementObserver, Slot, UnitOperations } from './element.ts';
import type { FastOperands } from './fast-operands.ts';
import type { ArrayParameters } from './parameters.ts';
import type { RegisterBank, RegisterClass } from './registers.ts';
/** Widths of the integer registers. */
export interface FastWidths {
    readonly product: number;
    readonly sum: number;
    readonly q: number;
    readonly lsb: number;
    readonly xScale: number;
    readonly yScale: number;
}
/** Whether 32-bit products and sums, and scaled sums in doubles, are exact. */
export declare function fitsFastElement({ product, sum, q }: FastWidths): boolean;
export declare class FastElement implements Element {
    readonly operations: UnitOperations;
    private readonly observer;
    private readonly operands;
    private readonly lanes;
    private readonly fpAddLatency;
    private readonly interleave;
    private readonly stages;
    private readonly widths;
    private readonly flush;
    private readonly outputScale;
    private readonly accumulator;
    private readonly neverOverflows;
    private readonly counting;
    private readonly productMask;
    private readonly sumMask;
    private readonly qMask;
    private readonly qHighMask;
    private readonly lsbMask;
    private readonly valid;
    private readonly firstPair;
    private readonly lastPair;
    /** Stages M, A and S, one after the other. */
    private readonly laneValid;
    private readonly laneCount;
    private readonly chunkFirst;
    private readonly chunkLast;
    private readonly context;
    private readonly xScales;
    private readonly yScales;
    private readonly xScale;
    private readonly yScale;
    private readonly product;
    private readonly sum;
    private readonly overflow;
    private readonly q;
    private readonly lsb;
    /** Terms, tree, running sum's adder, contexts, tensor scale's multiplier: in this order. */
    private readonly fp;
    private readonly fpBits;
    private readonly treeOffsets;
    /** The tree's stages in the order of their registers. */
    private readonly treeOrder;
    private readonly addingOffset;
    private readonly runningOffset;
    private readonly multiplyingOffset;
    private readonly laneValidLoads;
    private readonly chunkFirstLoads;
    private readonly chunkLastLoads;
    private readonly contextLoads;
    private readonly scaleLoads;
    private readonly overflowLoads;
    private readonly scaledLoads;
    private readonly termLoads;
    private readonly treeOutputLoads;
    private readonly treeDelayLoads;
    private readonly runningLoads;
    private readonly tensorLoads;
    private readonly flight;
    private readonly flightOutput;
    private flightHead;
    private flightSize;
    private readonly tagOutput;
    private readonly tagChunk;
    private readonly assigned;
    private controlToggles;
    private scaleToggles;
    private productToggles;
    private accumulatorToggles;
    private scaledToggles;
    private convertedToggles;
    private treeToggles;
    private runningToggles;
    private tensorToggles;
    constructor(form: IntegerForm, widths: FastWidths, array: ArrayParameters, outputScale: number, operands: FastOperands, observer: ElementObserver, countToggles?: boolean);
    assign(context: number, output: number | undefined): void;
    clock(slot: Slot): void;
    private clearValid;
    /** Moves control from the stage before. */
    private moveControl;
    private setLaneCount;
    private loadProducts;
    private loadScales;
    private loadAccumulators;
    private loadScaledSums;
    /** Moves every chunk behind stage A to its next stage, the oldest first. */
    private advanceFlight;
    /** Whether a younger chunk moves into a stage at this edge: the stage before has not been touched yet. */
    private isEntered;
    /** Loads a stage from the one before. @returns false when the chunk goes no further: its valid bit is clear by then */
    private advanceChunk;
    private showOutput;
    private bitsAt;
    private loadTerms;
    private loadTree;
    private loadRunningSum;
    private multiplyByOutputScale;
    private loadFp;
    toggles(): ReadonlyMap<RegisterClass, number>;
    get banks(): readonly RegisterBank[];
}
