/** The memory in which slices of a tensor are quantized. */
import type { RandomSource } from '../../formats/quantize.ts';
import { quantizationKernels, type QuantizationKernels } from './quantize-kernels.ts';
import { SLICE_ELEMENTS } from './quantize-slices.ts';

const WORDS_IN_BLOCK = 4;
/** Words begin at a block, and end after a multiple of eight blocks. */
const SPARE_WORDS = 9 * WORDS_IN_BLOCK;

const DATA = 1024;
const WORDS = DATA + 4 * SLICE_ELEMENTS;
const CODES = WORDS + 4 * (SLICE_ELEMENTS + SPARE_WORDS);
const SCALES = CODES + 2 * SLICE_ELEMENTS;
const END = SCALES + 2 * SLICE_ELEMENTS;
const PAGE = 0x1_0000;

/** Room for one slice, and the kernels on it. */
export interface Workspace {
  readonly kernels: QuantizationKernels;
  readonly data: Uint32Array;
  /** Random words, or maxima of planes. */
  readonly words: Uint32Array;
  readonly codes: Uint16Array;
  readonly scales: Uint16Array;
}

function newWorkspace(): Workspace {
  const pages = Math.ceil(END / PAGE);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  const { buffer } = memory;
  return {
    kernels: quantizationKernels(memory),
    data: new Uint32Array(buffer, DATA, SLICE_ELEMENTS),
    words: new Uint32Array(buffer, WORDS, SLICE_ELEMENTS + SPARE_WORDS),
    codes: new Uint16Array(buffer, CODES, SLICE_ELEMENTS),
    scales: new Uint16Array(buffer, SCALES, SLICE_ELEMENTS),
  };
}

let shared: Workspace | 'missing' | undefined;

/** This thread's workspace, whose contents last until the caller's next step; undefined where WebAssembly, its SIMD or its threads are missing. */
export function workspace(): Workspace | undefined {
  if (shared === undefined) {
    try {
      shared = newWorkspace();
    } catch {
      shared = 'missing';
    }
  }
  return shared === 'missing' ? undefined : shared;
}

/**
 * Writes the random words of elements first to first + count - 1 to the workspace, or nothing where an integer is out of range.
 * @param first below 2^34 @returns the first one's address, or undefined for an integer out of range
 */
export function fillWords(space: Workspace, source: RandomSource, randomBits: number, first: number, count: number): number | undefined {
  if ('integers' in source) {
    const unit = 2 ** (32 - randomBits);
    const limit = 2 ** randomBits;
    for (let i = 0; i < count; i++) {
      const u = source.integers[first + i];
      if (!(u >= 0 && u < limit && Number.isInteger(u))) return undefined;
      space.words[i] = u * unit;
    }
    return WORDS;
  }
  const block = Math.floor(first / WORDS_IN_BLOCK);
  const offset = first % WORDS_IN_BLOCK;
  const blocks = Math.ceil((offset + count) / WORDS_IN_BLOCK);
  const { seed, stream } = source;
  space.kernels.philoxWords(WORDS, block, blocks, Number(seed & 0xffff_ffffn), Number(seed >> 32n), stream);
  return WORDS + 4 * offset;
}
