/** Bit patterns of the host's own binary32 numbers, and back: no arithmetic, only a change of view. */
const view = new DataView(new ArrayBuffer(4));
/** The bit pattern of a number that is exact in binary32. */
export function binary32Bits(value) {
    view.setFloat32(0, value);
    return view.getUint32(0);
}
/** The number with a bit pattern. @param bits in [0, 2^32) */
export function binary32Value(bits) {
    view.setUint32(0, bits);
    return view.getFloat32(0);
}
/** A bit pattern as people read it: 8 hexadecimal digits. */
export function hex32(bits) {
    return bits.toString(16).padStart(8, '0');
}
//# sourceMappingURL=host-float.js.map