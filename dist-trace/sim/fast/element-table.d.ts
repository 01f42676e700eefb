export interface ElementBits {
    readonly E: number;
    readonly M: number;
}
/** E and M, or undefined for any other table. A table is looked at once. */
export declare function elementOf(integers: Float64Array): ElementBits | undefined;
