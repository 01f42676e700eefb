import type { GroupScaleFormat } from '../formats/group-scale.ts';
/** The significand of binary32, with its hidden bit. */
export declare const BINARY32_BITS = 24;
/** The worst case of the scaler's output Q. */
export interface ScalerBound {
    /** Two's complement bits that hold every Q of these sums; at most A + 4. */
    readonly width: number;
    /** The most significant bits, from the first 1 to the last, that a Q can have. */
    readonly significant: number;
    /** Bits that rounding to binary32 can take off: 0 where every Q is exact. Underflow, which only scales far below 2^-60 reach, comes on top. */
    readonly roundedOff: number;
}
/** @param largest the largest magnitude of the sum */
export declare function scalerBound(largest: bigint, x: GroupScaleFormat, y: GroupScaleFormat): ScalerBound;
