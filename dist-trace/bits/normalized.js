/** Positive binary32 numbers, subnormal ones too, with a full 24-bit significand. */
/** @param magnitudeBits pattern of a positive finite binary32 number */
export function normalize(magnitudeBits) {
    const biased = magnitudeBits >>> 23;
    if (biased !== 0)
        return { significand: (magnitudeBits & 0x7f_ffff) | 0x80_0000, exponent: biased - 150 };
    const shift = Math.clz32(magnitudeBits) - 8;
    return { significand: magnitudeBits << shift, exponent: -149 - shift };
}
//# sourceMappingURL=normalized.js.map