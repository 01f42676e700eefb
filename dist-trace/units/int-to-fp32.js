/** Integer to binary32: a scaled group sum becomes an input of the adder tree, rounded once. */
import { roundPack } from "../bits/binary32.js";
import { bitLength } from "../bits/width.js";
/** Width of the significand that roundPack takes. */
const SIGNIFICAND_BITS = 31;
/**
 * q x 2^lsb in binary32: nearest, ties to even, gradual underflow, overflow to infinity. 0 gives +0; a nonzero negative q that rounds or
 * flushes to zero gives -0.
 * @param q any signed integer @param lsb exponent of q's least significant bit, any integer
 */
export function intToFp32(q, lsb, policy) {
    if (q === 0n)
        return { bits: 0, flags: 0 };
    const sign = q < 0n ? 1 : 0;
    const magnitude = q < 0n ? -q : q;
    const length = bitLength(magnitude);
    return roundPack(sign, lsb + length - 1, normalizeSticky(magnitude, length), policy);
}
/** The leading 31 bits of a magnitude, shifted up if it has fewer, with all bits below them in a sticky bit. */
function normalizeSticky(magnitude, length) {
    const excess = length - SIGNIFICAND_BITS;
    if (excess <= 0)
        return Number(magnitude << BigInt(-excess));
    const kept = magnitude >> BigInt(excess);
    const sticky = kept << BigInt(excess) === magnitude ? 0 : 1;
    return Number(kept) | sticky;
}
//# sourceMappingURL=int-to-fp32.js.map