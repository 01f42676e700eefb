import { type FoldStep } from './fold-rows.ts';
import type { MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';
export declare const COLUMNS_OF_TILE = 8;
/** A tile of one row: 8 words. */
export declare const ROW_TILE: number;
/** Squares of a tile, and the outputs of a square. */
export declare const SQUARES_OF_TILE = 8;
export declare const OUTPUTS_OF_SQUARE = 4;
/** How the work is cut, from the shapes alone. */
export interface Blocking {
    /** Words of a column for a step: pairs of taps, the last one filled up with a zero; folded, a tap (or a position of a square) of two groups; of lines all positions' words. */
    readonly pairs: number;
    /** Groups of a step: 1, or 2 where they are folded. */
    readonly stepGroups: 1 | 2;
    readonly columnsOfTile: number;
    /** Bytes of a tile's running sums for one row. */
    readonly rowTile: number;
    /** Blocks of `lanes` rows. */
    readonly blocks: number;
    /** T, or all groups where there are fewer. */
    readonly chunk: number;
    /** The groups with those of zeros that fill the last chunk up, where a chunk is one kernel: missing lanes are +0 as well. */
    readonly groups: number;
    /** Groups of a chunk whose panel is packed at once. */
    readonly panelGroups: number;
    /** Columns of a panel: whole tiles. */
    readonly panelColumns: number;
    /** Where units fold the rows that they use, how many at once: where each is used but once, they are still near then, and threads share that work. */
    readonly late: FoldStep | undefined;
    /** Bytes from a word of a column to its next one in a panel. */
    readonly pitch: number;
    /** Slices that the rows of a panel are cut into: a unit is some neighbouring ones. */
    readonly rowSlices: number;
    /** Slices of a unit, as long as many are left. */
    readonly unitSlices: number;
    /** Chunks whose panels are there at once: all of them where slices of the rows, or all chunks of a block, have them in common; else 1. */
    readonly keptPanels: number;
}
/** @param prepacked whether rows are folded already */
export declare function blocking(form: MatrixForm, plan: FastPlan, treeWidth: number, threads: number, prepacked: boolean): Blocking;
/** The parts that all threads share. */
export interface SharedLayout {
    /** The words of `share.ts`, and by job how many slices have ended. */
    readonly counter: number;
    readonly ended: number;
    /** Bytes from a column's base to both taps of a pair. */
    readonly offsets: number;
    /** Padded planes of Y, 16-bit integers. */
    readonly source: number;
    readonly sourceBytes: number;
    /**
     * X by [channel group][chunk][block][group][pair][lane]; all groups are one chunk where a chunk isn't one kernel. Folded, it is a pair of groups instead of a group.
     */
    readonly rows: number;
    readonly rowsBytes: number;
    /** Factors of X's scales by [channel group][chunk][block][group][lane], of `factorBytes` each. */
    readonly factors: number;
    readonly factorBytes: 4 | 8;
    /** What the choice of folded nodes has to know: of Y by [job][chunk], and of X by [channel group][chunk][block]. */
    readonly yNodes: number;
    readonly notes: number;
    /** By plane of Y: what its elements are multiplied by, 16-bit integers, and the largest sums of squares of its windows, 32-bit integers. */
    readonly multipliers: number;
    readonly windows: number;
    /** Codes of X that are folded, and of its scales, and factors by scale code. */
    readonly codes: number;
    readonly scaleCodes: number;
    readonly scaleTable: number;
    /** Tables from codes: integers (2 bytes), factors (8 bytes). */
    readonly table: number;
    /** Factors of Y's scales by plane, doubles, and as binary32; zeros behind the last, as many as a chunk has groups. */
    readonly yDoubles: number;
    readonly ySingles: number;
    /** Codes of an image of Y on their way: where outputs are later, unless other images have outputs by then. */
    readonly columnCodes: number;
    /** Outputs, binary32; before that codes on their way. */
    readonly outputs: number;
    /** The end, where the room of threads begins. */
    readonly end: number;
}
/** Folded rows that are there before a run, and where they end. */
export interface PrepackedLayout {
    readonly rows: number;
    readonly factors: number;
    readonly notes: number;
    readonly end: number;
}
/** How rows are cut that are folded for squares of outputs. */
export declare function squareBlocking({ rows, groups }: Pick<MatrixForm, 'rows' | 'groups'>, lanes: number, chunk: number): FoldBlocking;
/** How folded rows are cut. */
export type FoldBlocking = Pick<Blocking, 'pairs' | 'stepGroups' | 'chunk' | 'groups' | 'blocks'>;
/** Folded rows by themselves, as `sharedLayout` has them among others. */
export declare function prepackedLayout(form: Pick<MatrixForm, 'channelGroups'>, lanes: number, blocks: FoldBlocking): PrepackedLayout;
/** What a thread has for itself, from its own address on. */
export interface ThreadLayout {
    readonly runs: number;
    readonly panel: number;
    /** Factors of a chunk's terms, binary32. */
    readonly factors: number;
    /** Factors of the columns, doubles by [tile][group][8]. */
    readonly columnFactors: number;
    /** Terms by [block][tile][group][lane][8], or nodes of a tree. */
    readonly terms: number;
    /** Rows that are folded late, with their factors and notes, and a scratch. */
    readonly lateRows: number;
    readonly lateFactors: number;
    readonly lateNotes: number;
    readonly foldScratch: number;
    /** Levels of folded nodes by [chunk][block][pair], and the words of a pair of groups, each group on its own. */
    readonly levels: number;
    readonly halves: number;
    /** Sums of a tile of squares on their way, and a place for each column: bytes from the plane's first output, and which edges cut it off. */
    readonly sums: number;
    readonly places: number;
    readonly running: number;
    /** Overflowed groups: how many, and the first one's output and group. */
    readonly report: number;
    readonly bytes: number;
}
interface Sizes {
    readonly xElements: number;
    readonly xPlanes: number;
    readonly yElements: number;
    readonly yPlanes: number;
    readonly paddedElements: number;
    readonly paddedRow: number;
    readonly outputs: number;
    /** Elements of an image of Y that are on their way while units of others run. */
    readonly yElementsAside: number;
}
export declare function sharedLayout(form: MatrixForm, plan: FastPlan, blocks: Blocking, sizes: Sizes, prepacked?: PrepackedLayout): SharedLayout;
export declare function threadLayout(form: MatrixForm, plan: FastPlan, blocks: Blocking, start: number): ThreadLayout;
export {};
