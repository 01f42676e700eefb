export declare class PhiloxWords {
    #private;
    /** @param seed in [0, 2^64) */
    constructor(seed: bigint);
    /** Goes to the first word of the sequence that the other words of the counter name. @param words each in [0, 2^32) */
    protected start(second: number, third: number, fourth: number): void;
    /** An integer in [0, 2^32). */
    word(): number;
    /** An unsigned integer of some bits. @param bits 0..32 */
    bits(bits: number): number;
}
