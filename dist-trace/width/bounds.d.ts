import type { ElementFormat } from '../formats/element.ts';
/** The elements of both operands. */
export interface ElementPair {
    readonly x: ElementFormat;
    readonly y: ElementFormat;
}
/** The largest magnitude integer of a product; its bits are the paper's Appendix B. */
export declare function largestProduct({ x, y }: ElementPair): bigint;
/** The largest magnitude that a partial sum of `products` products can have. @param products at least 0 @throws InputError */
export declare function largestSum(formats: ElementPair, products: number): bigint;
/**
 * The smallest two's complement width that holds every integer from -magnitude to magnitude.
 *
 * The positive end decides: 2^(A-1) - 1 must be at least the magnitude, and where -2^(A-1) just fits, +2^(A-1) does not.
 */
export declare function symmetricWidth(magnitude: bigint): number;
/** The smallest width that holds both ends of a range. @param low at most 0 @param high at least 0 */
export declare function rangeWidth(low: bigint, high: bigint): number;
/** The smallest accumulator width that no operands overflow, in any order. It may lie outside of 4..64. @throws InputError */
export declare function neededWidth(formats: ElementPair, products: number): number;
/** The usual rule: the product's magnitude bits (Appendix B: 2M + 2^(E+1) - 2), log2 K rounded up, and a sign. Never too small. @param products at least 1 @throws InputError */
export declare function naiveWidth({ x, y }: ElementPair, products: number): number;
/** The most products whose sum never leaves A bits. @param width A, at least 1 */
export declare function capacity(formats: ElementPair, width: number): bigint;
