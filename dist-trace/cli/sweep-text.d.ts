/** What a sweep prints: a table, comma-separated values, JSON. */
import type { LayerRun, Workload } from '../networks/layer-runs.ts';
import type { NetworkLayer } from '../networks/layer.ts';
import type { Network } from '../networks/network.ts';
import { type Verification } from '../networks/verify.ts';
import type { ArrayParameters } from '../sim/cycle/parameters.ts';
import { type SweepPoint } from '../sim/cycle/sweep.ts';
/** A finished sweep. */
export interface Swept {
    readonly network?: Network;
    readonly layers: readonly NetworkLayer[];
    readonly runs: readonly LayerRun[];
    readonly arrays: readonly ArrayParameters[];
    readonly points: readonly SweepPoint[];
    /** What is shown, in order. */
    readonly rows: readonly Row[];
    /** Whether the rows are the layers of one array. */
    readonly perLayer: boolean;
    readonly pass: Workload;
    readonly batch: number;
    readonly tensorScale: boolean;
    readonly verification: Verification | undefined;
}
/** A line of the output: an array, or a layer on one. */
export interface Row {
    readonly run?: LayerRun;
    readonly point: SweepPoint;
}
/** A row for each layer, on one array. */
export declare function layerRows(runs: readonly LayerRun[], array: ArrayParameters): readonly Row[];
/** What was swept, and what is the same on all arrays. */
export declare function introduction(swept: Swept): string;
/** A table of all rows. */
export declare function tableText(rows: readonly Row[], arrays: readonly ArrayParameters[]): string;
/** How the clocked model compared. */
export declare function verificationText({ arrays, cases, shrunk, tooLarge, mismatches }: Verification, all: number): string;
/** All rows as comma-separated values. */
export declare function csvText(rows: readonly Row[]): string;
/** What --json prints. */
export declare function jsonFigures(swept: Swept): object;
