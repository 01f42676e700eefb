/**
 * The processing element on the register kernel: the units of a datapath with a register after each, for any datapath and any width. Written to
 * be read; `FastElement` is held to it, register by register.
 */
import type { Datapath } from '../datapath.ts';
import type { GroupedOperands } from '../grouped-dot.ts';
import type { Element, ElementObserver, Slot, UnitOperations } from './element.ts';
import type { ArrayParameters } from './parameters.ts';
import type { RegisterBank, RegisterClass } from './registers.ts';
/** The operands of an output, by its row-major index. */
export type OperandsOf = (output: number) => GroupedOperands;
export declare class ClockedElement<Product, Sum, Scaled> implements Element {
    readonly operations: UnitOperations;
    private readonly datapath;
    private readonly operandsOf;
    private readonly observer;
    private readonly lanes;
    private readonly fpAddLatency;
    private readonly stages;
    private readonly outputScale;
    private readonly kernel;
    private readonly valid;
    private readonly firstPair;
    private readonly lastPair;
    private readonly laneValid;
    private readonly chunkFirst;
    private readonly chunkLast;
    private readonly context;
    private readonly xScale;
    private readonly yScale;
    private readonly product;
    private readonly sum;
    private readonly overflow;
    private readonly scaled;
    private readonly converted;
    /** Level by level, stage by stage. */
    private readonly tree;
    private readonly adding;
    private readonly running;
    private readonly multiplying;
    private readonly assigned;
    private readonly tags;
    constructor(datapath: Datapath<Product, Sum, Scaled>, array: ArrayParameters, outputScale: number, operandsOf: OperandsOf, observer: ElementObserver);
    get banks(): readonly RegisterBank[];
    toggles(): ReadonlyMap<RegisterClass, number>;
    assign(context: number, output: number | undefined): void;
    clock(slot: Slot): void;
    /** Moves control from the stage before, if it goes on, and says whether it does. */
    private enter;
    private evaluateMultiplier;
    private evaluateAccumulator;
    private evaluateGroupScaler;
    private evaluateConverter;
    private evaluateTree;
    private evaluateRunningSum;
    /** The root of the tree; with one lane there is no tree. */
    private chunkSum;
    private evaluateTensorScale;
}
