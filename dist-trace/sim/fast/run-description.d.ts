/** What a run is cut into: units, and where in memory each has its rows and its outputs. All of it is plain data. */
import type { ElementBits } from './element-table.ts';
import type { Blocking, SharedLayout } from './layout.ts';
import { type MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';
/** All that a thread has to know of a run: plain data, and addresses in the shared memory. */
export interface RunDescription {
    readonly form: MatrixForm;
    readonly plan: FastPlan;
    readonly blocking: Blocking;
    readonly shared: SharedLayout;
    readonly treeWidth: number;
    readonly accumulator: {
        readonly width: number;
        readonly overflow: 'wrap' | 'saturate';
    };
    readonly flushToZero: boolean;
    /** S_z, or undefined where sums stay as they are. */
    readonly outputScale: number | undefined;
    readonly source: SourceGeometry;
    /** The <E,M> of X's elements, where they are such. */
    readonly element: ElementBits | undefined;
    /** How many threads may take units; if one, it is that of the operands. */
    readonly threads: number;
}
/** Where columns lie in the padded planes of Y, in elements. */
export interface SourceGeometry {
    readonly planeElements: number;
    readonly rowElements: number;
    readonly outputRows: number;
    readonly outputColumns: number;
    /** The distance of two columns of the matrix form in the source. */
    readonly columnStep: number;
    readonly rowStep: number;
}
/** What all of the work is cut into: neighbouring slices of the same columns make a unit. */
export declare function sliceCount({ form, blocking }: RunDescription): number;
/** How many slices the next unit has: fewer towards the end, when a thread with a large one would be waited for. @param slice its first one */
export declare function slicesOfUnit(run: RunDescription, slice: number): number;
/** A range of columns and of blocks of a job. */
export interface Unit {
    readonly job: number;
    readonly firstColumn: number;
    readonly columns: number;
    readonly firstBlock: number;
    readonly blocks: number;
}
/** @param slice the unit's first one @param slices how many it has, all of one panel */
export declare function unitAt({ form, blocking }: RunDescription, slice: number, slices: number): Unit;
/** The index of a unit's first output. */
export declare function firstOutput({ form, plan }: RunDescription, { job, firstColumn, firstBlock }: Unit): number;
/** Where something of a unit's rows begins, and the bytes from a block to the next. */
export interface PackedPart {
    readonly at: number;
    readonly block: number;
}
/** The packed rows of a unit from a group on. */
export declare function rowsAt(run: RunDescription, unit: Unit, group: number): PackedPart;
/** The same for the factors of the rows. */
export declare function factorsAt(run: RunDescription, unit: Unit, group: number): PackedPart;
/** An address in [channel group][chunk][block][group of the chunk]; all groups are one chunk where a chunk isn't one kernel. */
export declare function packedAt({ form, plan, blocking }: RunDescription, { job, firstBlock }: Unit, group: number, start: number, ofGroup: number): PackedPart;
