/** The quantizer's WebAssembly kernels (assembly/quantization.ts), on a memory of the caller's. */
import { binary32Value } from '../../bits/host-float.ts';
import type { ElementFormat } from '../../formats/element.ts';
import type { ElementRounding } from '../../formats/element-quantizer.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { fastModule } from './modules.ts';

/** All addresses are in bytes, and multiples of the size of what is there. */
export interface QuantizationKernels {
  /** Sets the element format and its rounding for the calls of `quantize...` that follow. */
  setElement(exponentBits: number, mantissaBits: number, carries: boolean, randomBits: number): void;
  /** Writes the largest magnitude pattern of each plane to `out`, 4 bytes each. */
  planeMaxima(data: number, planes: number, planeSize: number, out: number): void;
  /** Writes the group scale codes, 2 bytes each, of `count` magnitude patterns <= tensorMax, 4 bytes each. */
  groupScales(maxima: number, count: number, tensorMax: number, maxExp: number, mantissaBits: number, out: number): void;
  /** Writes the Philox words of a number of blocks, 16 bytes each, and up to seven blocks more. */
  philoxWords(out: number, firstBlock: number, blocks: number, keyLow: number, keyHigh: number, stream: number): void;
  quantizeNearest(data: number, codes: number, scales: number, planes: number, planeSize: number, tensorScale: number, scaleMantissaBits: number): void;
  quantizeTruncate(data: number, codes: number, scales: number, planes: number, planeSize: number, tensorScale: number, scaleMantissaBits: number): void;
  quantizeStochastic(
    data: number,
    words: number,
    codes: number,
    scales: number,
    planes: number,
    planeSize: number,
    tensorScale: number,
    scaleMantissaBits: number,
  ): void;
}

/** The kernels on a memory; each thread needs its own. @throws Error where WebAssembly, its SIMD or its threads are missing */
export function quantizationKernels(memory: WebAssembly.Memory): QuantizationKernels {
  const { exports } = new WebAssembly.Instance(fastModule('quantization'), { env: { memory } });
  return exports as unknown as QuantizationKernels;
}

/** How all planes of a tensor are quantized. */
export interface PlaneQuantization extends ElementRounding {
  readonly element: ElementFormat;
  readonly scaleFormat: GroupScaleFormat;
  /** S_t as a bit pattern. */
  readonly tensorScaleBits: number;
}

/** Where whole planes (or a part of one) are in the kernels' memory: byte addresses. */
export interface PlanesInMemory {
  readonly planes: number;
  /** Elements of each. */
  readonly planeSize: number;
  /** binary32, each at most its group scale x tensor scale; a multiple of 4. */
  readonly data: number;
  /** Group scale codes, 2 bytes for each plane; a multiple of 2. */
  readonly scales: number;
  /** For the codes, 2 bytes for each element; a multiple of 2. */
  readonly codes: number;
  /** The random words of the elements, 4 bytes each, for stochastic rounding: u is the top k bits. A multiple of 4. */
  readonly words: number;
}

/** Quantizes elements that are in the kernels' memory, with scales that are there too (paper Alg. 1 from line 9). */
export function quantizeInMemory(kernels: QuantizationKernels, how: PlaneQuantization, at: PlanesInMemory): void {
  const { data, words, codes, scales, planes, planeSize } = at;
  const tensorScale = binary32Value(how.tensorScaleBits);
  const { Mg } = how.scaleFormat;
  kernels.setElement(how.element.E, how.element.M, how.mantissaOverflow === 'carry', how.randomBits);
  switch (how.rounding) {
    case 'nearest':
      kernels.quantizeNearest(data, codes, scales, planes, planeSize, tensorScale, Mg);
      return;
    case 'truncate':
      kernels.quantizeTruncate(data, codes, scales, planes, planeSize, tensorScale, Mg);
      return;
    case 'stochastic':
      kernels.quantizeStochastic(data, words, codes, scales, planes, planeSize, tensorScale, Mg);
  }
}
