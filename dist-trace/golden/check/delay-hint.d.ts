/** Whether a design's outputs are all right and only come some cycles earlier or later than the golden ones. */
/** Pairs outputs in order, whatever their cycles. */
export declare class DelayHint {
    #private;
    /** The next golden output. */
    due(cycle: number, value: bigint): void;
    /** The next output of the design. @param value undefined with unknown bits */
    given(cycle: number, value: bigint | undefined): void;
    /** One sentence, where it is so. */
    facts(): string[];
}
