/** The outcome for all groups. */
export interface ScalerReport {
    readonly groups: number;
    /** Groups whose scaled sum is exact in binary32. */
    readonly exact: number;
    /** Groups whose scaled sum was rounded; of those, `underflowed` had few enough bits, but some of them below 2^-149. */
    readonly rounded: number;
    readonly underflowed: number;
    /** Groups by the bits of |Q| from its first 1 to its last: [bits, groups], ascending. */
    readonly significantBits: readonly (readonly [number, number])[];
}
export declare class ScalerTally {
    private readonly bits;
    private exact;
    private underflowed;
    /** @param significant bits of |Q| from its first 1 to its last, 0 for 0 @param exact whether binary32 has the scaled sum */
    add(significant: number, exact: boolean): void;
    report(): ScalerReport;
}
