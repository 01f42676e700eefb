/** How long a block may take to drain before something is wrong. */
export declare const STALL_MS = 60000;
/** What a failed drain left behind: a system's error number is below 0. */
export declare const Failure: {
    readonly none: 0;
    readonly misfit: 1;
    readonly noBytes: 2;
    readonly other: 3;
};
/** Drains the records between two addresses. @returns what failed */
export type Drain = (from: number, to: number) => number;
export declare class Ring {
    #private;
    /** @param blocks their address */
    constructor(words: Int32Array, blocks: number, stallMs?: number);
    /** Whether another thread drains what is pushed. */
    get isServed(): boolean;
    /** Blocks that are full and not drained. */
    get pending(): number;
    /** What failed first, or `Failure.none`. */
    get failure(): number;
    /** The address of the block that is filled next. */
    get next(): number;
    /** Hands over the block that was filled. @param end the address behind its records */
    push(end: number): void;
    /** Waits until at most `most` blocks are pending, or a drain has failed; drains one itself when it is nobody's turn. @returns false when nothing moves */
    settle(most: number, drain: Drain): boolean;
    /** Drains what others fill, until the ring is closed or a drain fails. */
    serve(drain: Drain): void;
    /** Ends all draining: when this returns, nobody drains or will. Does nothing the second time. */
    close(): void;
}
