/** X in folded pairs of groups: a part of its rows and groups, from codes to what the kernels multiply. */
import type { Operand } from '../operand.ts';
import type { Kernels } from './kernels.ts';
import { type MatrixForm } from './matrix-form.ts';
import type { ElementBits } from './element-table.ts';
import type { FoldBlocking, SharedLayout } from './layout.ts';
import type { FastPlan } from './plan.ts';
import type { Scales } from './ranges.ts';
/** Some rows and groups of a channel group: whole blocks and chunks, but for the last ones. */
export interface RowPart {
    readonly channelGroup: number;
    readonly row: number;
    readonly rows: number;
    readonly group: number;
    readonly groups: number;
}
/** What folding has to know of a run. */
export interface FoldRun {
    readonly form: Pick<MatrixForm, 'channelGroups' | 'rows' | 'groups' | 'taps' | 'x' | 'window'>;
    readonly plan: Pick<FastPlan, 'folding' | 'limits' | 'lanes'>;
    readonly blocking: FoldBlocking;
    readonly shared: Pick<SharedLayout, 'scaleTable' | 'codes' | 'scaleCodes' | 'rows' | 'factors' | 'notes'>;
    readonly element: ElementBits | undefined;
}
/** Addresses of codes in memory: those of the part's first plane. */
interface PartCodes {
    readonly codes: number;
    readonly scales: number;
}
/** Where the codes of a part are, or are brought to. */
export type RowSource = (part: RowPart) => PartCodes;
/** Codes of X that all come into memory, plane by plane. @param awaitPlanes waits until so many are there */
export declare function sharedRows({ form, shared }: FoldRun, awaitPlanes: (planes: number) => void): RowSource;
/** Codes of X that are copied part by part, each in place of the one before: so they stay near. Those of a part should lie together. */
export declare function copiedRows(x: Operand, { form, shared }: FoldRun, { memory }: Kernels): RowSource;
/** Brings all codes of X into memory. @param copied is told how many planes are there, again and again */
export declare function copyRows({ codes, scales }: Pick<Operand, 'codes' | 'scales'>, { form, shared }: FoldRun, { memory }: Kernels, copied: (planes: number) => void): void;
/** What is kept of a chunk for four rows, for the choice of nodes. */
export declare const NOTES_BYTES = 400;
/** Where a part goes: addresses by [chunk][block], of so many blocks a chunk. */
export interface FoldedRows {
    readonly rows: number;
    readonly factors: number;
    readonly notes: number;
    readonly blocks: number;
}
/** What a block of a chunk takes of words and of factors. */
export declare function foldedBytes({ plan, blocking }: Pick<FoldRun, 'plan' | 'blocking'>): {
    readonly rows: number;
    readonly factors: number;
};
/** @param scratch of `foldScratchBytes` */
export declare function foldPart(run: FoldRun, kernels: Kernels, part: RowPart, source: RowSource, scratch: number, to: FoldedRows): void;
/** What is known of a chunk's scales, the columns of a transformation, and the integers of a chunk for four rows. */
export declare function foldScratchBytes(taps: number): number;
/** What of X is folded at once: blocks of rows and chunks of groups whose planes lie together, one block with all groups or one chunk with all rows. */
export interface FoldStep {
    readonly blocks: number;
    readonly chunks: number;
}
export declare function foldStep({ x }: Pick<MatrixForm, 'x'>, blocks: number, chunks: number): FoldStep;
/** The factors of scales by code, which folding looks up. */
export declare function layScaleTable({ factors }: Scales, { shared }: FoldRun, { memory }: Kernels): void;
/** Bytes of the factors of all scale codes. */
export declare const SCALE_TABLE_BYTES: number;
/** The parts that all of X is cut into, each of a step. */
export declare function partCount({ form, blocking }: FoldRun): number;
/** Folds one of all parts. @param scratch of `foldScratchBytes` */
export declare function foldPartAt(run: FoldRun, kernels: Kernels, index: number, source: RowSource, scratch: number): void;
/** All of X in folded pairs of groups. @param scratch of `foldScratchBytes` */
export declare function foldAll(x: Operand, scales: Scales, run: FoldRun, kernels: Kernels, scratch: number): void;
/** The rows and groups of some blocks and chunks. */
export declare function rowPart({ form, plan, blocking }: FoldRun, channelGroup: number, block: number, blocks: number, chunk: number, chunks: number): RowPart;
export {};
