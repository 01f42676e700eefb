/** 16-bit floating-point numbers as their exact values. */
/** @param bits of an IEEE 754 binary16, in [0, 2^16) */
export function float16Value(bits) {
    const sign = bits >>> 15 === 0 ? 1 : -1;
    const exponent = (bits >>> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0x1f)
        return fraction === 0 ? sign * Infinity : NaN;
    return sign * (exponent === 0 ? fraction * 2 ** -24 : (1024 + fraction) * 2 ** (exponent - 25));
}
const BINARY32 = new DataView(new ArrayBuffer(4));
/** @param bits the upper half of a binary32, in [0, 2^16) */
export function bfloat16Value(bits) {
    BINARY32.setUint16(0, bits);
    return BINARY32.getFloat32(0);
}
//# sourceMappingURL=half.js.map