/**
 * Binary32 with the host's arithmetic, for the engines on typed arrays: a Float32Array rounds to nearest, ties to even, once from the exact
 * double that is stored. A product of two binary32 numbers is an exact double, and a sum of two rounds through double as it does at once.
 */
/** Makes subnormal numbers zeros of their sign, from `start` to before `end`. */
export declare function flushSubnormals(values: Float32Array, start: number, end: number): void;
/** 2^lsb, exact. @param lsb exponent of a scaled sum, in [-594, 0] */
export declare function weightOf(lsb: number): number;
