/** What a processing element takes in a cycle and gives back, whichever way it is simulated. */
import type { RegisterBank, RegisterClass } from './registers.ts';
/** One cycle of the sequencer, seen by an element. */
export interface Slot {
    /** Whether an element pair is issued to each lane that has a group. */
    readonly issue: boolean;
    /** First and last pair of the groups. */
    readonly first: boolean;
    readonly last: boolean;
    /** First and last chunk of the output. */
    readonly chunkFirst: boolean;
    readonly chunkLast: boolean;
    /** The running-sum register of the output. */
    readonly context: number;
    /** The output's chunk, and the pair within the groups. */
    readonly chunk: number;
    readonly k: number;
}
/** How often each unit worked. */
export interface UnitOperations {
    /** Multiplications. */
    mul: number;
    /** Additions of the local accumulators, loads aside. */
    localAcc: number;
    groupScale: number;
    /** Additions of the tree and the running sum that have a group on them. */
    treeAdd: number;
    tensorScale: number;
}
/** A processing element with its pipeline. */
export interface Element {
    /** Takes a new output (row-major index) or none for the chunks of a context from its next first chunk on. */
    assign(context: number, output: number | undefined): void;
    /** Advances by one clock edge. */
    clock(slot: Slot): void;
    /** All registers. */
    readonly banks: readonly RegisterBank[];
    readonly operations: UnitOperations;
    /** Bits that changed, by class. */
    toggles(): ReadonlyMap<RegisterClass, number>;
}
/** Receives what an element finishes. */
export interface ElementObserver {
    /** An output became visible. @param bits binary32 pattern */
    output(index: number, bits: number): void;
    /** A group's accumulator had overflowed when its last product was in. */
    overflow(output: number, group: number): void;
}
/** No element pair: a stall, or the drain. */
export declare const BUBBLE: Slot;
