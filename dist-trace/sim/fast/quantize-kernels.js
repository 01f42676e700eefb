/** The quantizer's WebAssembly kernels (assembly/quantization.ts), on a memory of their own. */
import { binary32Value } from "../../bits/host-float.js";
import { fastModule } from "./modules.js";
const ROUNDING = { nearest: 0, stochastic: 1, truncate: 2 };
const PAGE = 0x1_0000;
/** Static data of the kernels is below; what is from here on is the caller's. */
export const FIRST_ADDRESS = 1024;
/** Elements whose codes may be written though they are not asked for. */
export const SPARE_ELEMENTS = 32;
/** Elements whose random words, and whose reciprocals, there has to be room for: those of a block, and of a short plane before and behind it. */
export const ROOM_ELEMENTS = 1024 + 2 * 256 + 64;
/** The kernels on a memory of `bytes`; each thread needs its own. @throws Error where WebAssembly or its SIMD are missing */
export function quantizationKernels(bytes) {
    const { exports } = new WebAssembly.Instance(fastModule('quantization'), {});
    const kernels = exports;
    kernels.memory.grow(Math.max(0, Math.ceil((bytes - kernels.memory.buffer.byteLength) / PAGE)));
    return kernels;
}
/** Sets how the calls of `quantize...` that follow quantize. */
export function setQuantization(kernels, { element, scaleFormat, tensorScaleBits, rounding, mantissaOverflow, randomBits }) {
    kernels.setElement(element.E, element.M, ROUNDING[rounding], mantissaOverflow === 'carry', randomBits);
    kernels.setScale(binary32Value(tensorScaleBits), scaleFormat.Mg);
}
//# sourceMappingURL=quantize-kernels.js.map