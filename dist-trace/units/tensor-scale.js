import { multiplyFp32 } from "./fp32-multiplier.js";
/** S_z, once for a convolution. @param x, y the tensor scales' bit patterns */
export function outputScale(x, y, policy) {
    return multiplyFp32(x, y, policy).bits;
}
/** Z of one output. @param sum the adder tree's bit pattern @param scale S_z's bit pattern */
export function applyTensorScale(sum, scale, policy) {
    return multiplyFp32(sum, scale, policy).bits;
}
//# sourceMappingURL=tensor-scale.js.map