import type { ElementFormat } from '../../formats/element.ts';
import type { ElementRounding } from '../../formats/element-quantizer.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
/** A memory that no other thread sees. */
interface OwnMemory {
    readonly buffer: ArrayBuffer;
    /** @param pages of 64 KiB */
    grow(pages: number): number;
}
/** All addresses are in bytes, and multiples of the size of what is there. */
export interface QuantizationKernels {
    readonly memory: OwnMemory;
    /** Writes the largest magnitude pattern of each plane to `out`, 4 bytes each. @returns the largest of all */
    planeMaxima(data: number, planes: number, planeSize: number, out: number): number;
    /** Writes the group scale codes, 2 bytes each, of `count` magnitude patterns <= tensorMax, 4 bytes each, and up to three codes more. */
    groupScales(maxima: number, count: number, tensorMax: number, maxExp: number, mantissaBits: number, out: number): void;
    /** Writes the Philox words of a number of blocks, 16 bytes each, and up to seven blocks more. */
    philoxWords(out: number, firstBlock: number, blocks: number, keyLow: number, keyHigh: number, stream: number): void;
    /** Sets the element format and its rounding for the calls of `quantize...` that follow. */
    setElement(exponentBits: number, mantissaBits: number, rounding: number, carries: boolean, randomBits: number): void;
    /** Sets the tensor scale and the format of group scales for the calls of `quantize...` that follow. */
    setScale(tensorScale: number, mantissaBits: number): void;
    /** Sets the addresses for the calls of `quantize...` that follow. */
    setSlice(data: number, codes: number, scales: number, reciprocals: number): void;
    /** Writes the codes of whole planes, or of a part of one, and up to 31 more; random words are given. */
    quantize(planes: number, planeSize: number, words: number): void;
    /** The same with Philox's words. @param room for those of ROOM_ELEMENTS @param block, offset the Philox block of the first element, and its word in it */
    quantizePhilox(planes: number, planeSize: number, room: number, block: number, offset: number, keyLow: number, keyHigh: number, stream: number): void;
}
/** Static data of the kernels is below; what is from here on is the caller's. */
export declare const FIRST_ADDRESS = 1024;
/** Elements whose codes may be written though they are not asked for. */
export declare const SPARE_ELEMENTS = 32;
/** Elements whose random words, and whose reciprocals, there has to be room for: those of a block, and of a short plane before and behind it. */
export declare const ROOM_ELEMENTS: number;
/** The kernels on a memory of `bytes`; each thread needs its own. @throws Error where WebAssembly or its SIMD are missing */
export declare function quantizationKernels(bytes: number): QuantizationKernels;
/** How all planes of a tensor are quantized. */
export interface PlaneQuantization extends ElementRounding {
    readonly element: ElementFormat;
    readonly scaleFormat: GroupScaleFormat;
    /** S_t as a bit pattern. */
    readonly tensorScaleBits: number;
}
/** Sets how the calls of `quantize...` that follow quantize. */
export declare function setQuantization(kernels: QuantizationKernels, { element, scaleFormat, tensorScaleBits, rounding, mantissaOverflow, randomBits }: PlaneQuantization): void;
export {};
