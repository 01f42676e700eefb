/** What the group scaler (paper Eq. 8) makes of a largest sum, and how much of it binary32 keeps. */
import { bitLength } from "../bits/width.js";
/** The significand of binary32, with its hidden bit. */
export const BINARY32_BITS = 24;
/** What the mantissas of both scales multiply with at most: the factor itself, and without its powers of two (4 = 1, 6 = 3, 9 = 9). */
const FACTORS = [
    { factor: 1n, odd: 1n },
    { factor: 6n, odd: 3n },
    { factor: 9n, odd: 9n },
];
/** @param largest the largest magnitude of the sum */
export function scalerBound(largest, x, y) {
    const { factor, odd } = FACTORS[x.Mg + y.Mg];
    const significant = bitLength(odd * largest);
    return { width: bitLength(factor * largest) + 1, significant, roundedOff: Math.max(0, significant - BINARY32_BITS) };
}
//# sourceMappingURL=scaler-bound.js.map