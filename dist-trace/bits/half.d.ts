/** 16-bit floating-point numbers as their exact values. */
/** @param bits of an IEEE 754 binary16, in [0, 2^16) */
export declare function float16Value(bits: number): number;
/** @param bits the upper half of a binary32, in [0, 2^16) */
export declare function bfloat16Value(bits: number): number;
