/**
 * Binary32 with the host's arithmetic, for the engines on typed arrays: a Float32Array rounds to nearest, ties to even, once from the exact
 * double that is stored. A product of two binary32 numbers is an exact double, and a sum of two rounds through double as it does at once.
 */
const SMALLEST_NORMAL = 2 ** -126;
/** Makes subnormal numbers zeros of their sign, from `start` to before `end`. */
export function flushSubnormals(values, start, end) {
    for (let i = start; i < end; i++) {
        const value = values[i];
        if (value < SMALLEST_NORMAL && value > -SMALLEST_NORMAL)
            values[i] = value * 0;
    }
}
const POWERS = Float64Array.from({ length: 1024 }, (_, i) => 2 ** -i);
/** 2^lsb, exact. @param lsb exponent of a scaled sum, in [-594, 0] */
export function weightOf(lsb) {
    return POWERS[-lsb];
}
//# sourceMappingURL=host-binary32.js.map