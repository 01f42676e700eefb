/** What a sum over a network includes. The paper's text and the paper's figures differ, so every result names its convention. */
export interface Convention {
    readonly name: 'datapath' | 'published' | 'first-fp32';
    readonly title: string;
    /** Whether the first convolution runs in the compared arithmetic, or in binary32 in all of them. */
    readonly firstConvolution: 'quantized' | 'fp32';
    /** Whether the adder tree's additions for the first convolution are in MLS's counts. */
    readonly firstTreeAdditions: boolean;
    /** Whether the quantization of weights is in the sum. */
    readonly weightQuantization: boolean;
}
export declare const CONVENTIONS: readonly [Convention, ...Convention[]];
export declare const CONVENTION_NAMES: ("datapath" | "published" | "first-fp32")[];
export declare function conventionNamed(name: Convention['name']): Convention;
