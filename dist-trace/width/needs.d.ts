import type { Peak, Tile } from './tile.ts';
/** The groups that overflow a width, wrapping or saturating. */
export interface WidthOverflow {
    /** A. */
    readonly width: number;
    readonly groups: number;
    /** Of all groups. */
    readonly rate: number;
    /** The lowest row-major output index, then the lowest group. */
    readonly first: {
        readonly output: number;
        readonly group: number;
    } | null;
}
/** What the groups of a run need. */
export interface NeedsReport {
    readonly groups: number;
    /** Groups by the smallest width that holds all their partial sums: [width, groups], ascending. */
    readonly widths: readonly (readonly [number, number])[];
    /** The smallest width that none overflows. */
    readonly width: number;
    readonly peak: Peak;
    /** For every width from 4 to 64. */
    readonly overflow: readonly WidthOverflow[];
}
export declare class NeedsTally {
    private readonly counts;
    /** The first output with a group of each need, and its first such group. */
    private readonly outputs;
    private readonly firstGroups;
    private peak;
    /** Takes tiles in the order of their outputs. */
    add({ needs, count, groupCount, firstOutput, peak }: Tile): void;
    report(): NeedsReport;
    private first;
}
