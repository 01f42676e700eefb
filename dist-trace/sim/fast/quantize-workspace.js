import { keepFreedMemory } from "./freed-memory.js";
import { FIRST_ADDRESS, quantizationKernels, ROOM_ELEMENTS, SPARE_ELEMENTS } from "./quantize-kernels.js";
import { SLICE_ELEMENTS } from "./quantize-slices.js";
const WORDS_IN_BLOCK = 4;
const ELEMENTS = SLICE_ELEMENTS + SPARE_ELEMENTS;
const RECIPROCALS = FIRST_ADDRESS;
const PHILOX_WORDS = RECIPROCALS + 4 * ROOM_ELEMENTS;
const DATA = PHILOX_WORDS + 4 * ROOM_ELEMENTS;
const WORDS = DATA + 4 * ELEMENTS;
const CODES = WORDS + 4 * ELEMENTS;
const SCALES = CODES + 2 * ELEMENTS;
const END = SCALES + 2 * ELEMENTS;
/** Of more planes, maxima are in an array of their own: 1 MiB stays. */
const MOST_PLANES = 1 << 18;
function newWorkspace() {
    keepFreedMemory();
    const kernels = quantizationKernels(END);
    kernels.setSlice(DATA, CODES, SCALES, RECIPROCALS);
    const { buffer } = kernels.memory;
    return {
        kernels,
        data: new Uint32Array(buffer, DATA, SLICE_ELEMENTS),
        words: new Uint32Array(buffer, WORDS, SLICE_ELEMENTS),
        codes: new Uint16Array(buffer, CODES, SLICE_ELEMENTS),
        scales: new Uint16Array(buffer, SCALES, SLICE_ELEMENTS),
        maxima: new Uint32Array(MOST_PLANES),
    };
}
/** Room for a number of maxima, with anything in it. */
export function roomForMaxima({ maxima }, count) {
    return count <= maxima.length ? maxima.subarray(0, count) : new Uint32Array(count);
}
let own;
/** This thread's workspace, whose contents last until the caller's next step; undefined where WebAssembly or its SIMD are missing. */
export function workspace() {
    if (own === undefined) {
        try {
            own = newWorkspace();
        }
        catch {
            own = 'missing';
        }
    }
    return own === 'missing' ? undefined : own;
}
/**
 * Writes the codes of a slice, whose data and scales are there, to the workspace.
 * @param random for stochastic rounding only @returns false, and no codes, where a random integer is out of range
 */
export function quantizeSlice({ kernels, words }, { first, planes, planeSize }, random, randomBits) {
    if (random === undefined) {
        kernels.quantize(planes, planeSize, 0);
        return true;
    }
    if ('integers' in random) {
        if (!fillWords(words, random.integers, randomBits, first, planes * planeSize))
            return false;
        kernels.quantize(planes, planeSize, WORDS);
        return true;
    }
    const block = Math.floor(first / WORDS_IN_BLOCK);
    const { seed, stream } = random;
    kernels.quantizePhilox(planes, planeSize, PHILOX_WORDS, block, first % WORDS_IN_BLOCK, Number(seed & 0xffffffffn), Number(seed >> 32n), stream);
    return true;
}
/** Writes `count` integers of k bits as random words, which have them at the top. @returns false where one is out of range */
function fillWords(words, integers, k, first, count) {
    const unit = 2 ** (32 - k);
    const limit = 2 ** k;
    for (let i = 0; i < count; i++) {
        const u = integers[first + i];
        if (!(u >= 0 && u < limit && Number.isInteger(u)))
            return false;
        words[i] = u * unit;
    }
    return true;
}
//# sourceMappingURL=quantize-workspace.js.map