/** Everything about the unit that moves cycles and never a bit, but for the tree width, which does both. */
export interface ArrayParameters {
    /** Processing elements that share y: one for each of so many neighbouring output channels. */
    readonly rows: number;
    /** Processing elements that share x: one for each of so many neighbouring outputs of a channel. */
    readonly cols: number;
    /** T, the lanes of an element: a power of two. */
    readonly treeWidth: number;
    /** Lf, cycles of a binary32 addition, fully pipelined. */
    readonly fpAddLatency: number;
    /** Lm, cycles of a binary32 multiplication, fully pipelined. */
    readonly fpMulLatency: number;
    /** I, the outputs of an element that take turns chunk by chunk. */
    readonly interleave: number;
    /** Whether stage Z is there. */
    readonly tensorScale: boolean;
}
export declare const MAX_ARRAY_SIDE = 1024;
export declare const MAX_LATENCY = 64;
export declare const MAX_INTERLEAVE = 1024;
export declare const DEFAULT_ARRAY: ArrayParameters;
/** The parameters, checked. @throws InputError, TypeError */
export declare function requireArrayParameters(parameters: ArrayParameters): ArrayParameters;
