/**
 * The fast quantizer: the same tensors as `quantizing`, `quantize` and `quantizeLike` of src/formats/quantize.ts, bit for bit, from
 * WebAssembly kernels. Where those are missing, and for input that is an error, it is these functions: they have the words for it.
 */
import { binary32Bits, binary32Value } from "../../bits/host-float.js";
import { elementCount, requireShape4 } from "../../bits/shape.js";
import { finish } from "../../bits/steps.js";
import { MAX_RANDOM_BITS } from "../../formats/element-quantizer.js";
import { scaleValue } from "../../formats/group-scale.js";
import { groupMaxima, MAX_SEED, quantizeLike, quantizing } from "../../formats/quantize.js";
import { freshMemory } from "./fresh-memory.js";
import { setQuantization } from "./quantize-kernels.js";
import { slices, SLICE_ELEMENTS } from "./quantize-slices.js";
import { quantizeSlice, roomForMaxima, workspace } from "./quantize-workspace.js";
const INFINITY_BITS = 0x7f80_0000;
const ONE_BITS = 0x3f80_0000;
/** Philox's block index stays in its counter's low word. */
const MAX_ELEMENTS = 2 ** 34;
const ELEMENTS_BETWEEN_PROGRESS = 1 << 20;
/** Quantizes a tensor in steps. Parameters, result and errors are those of `quantizing`. */
export function* fastQuantizing(subject, data, shape, options) {
    const shape4 = requireShape4(subject, shape);
    const space = workspace();
    const plain = () => quantizing(subject, data, shape, options);
    if (space === undefined || !covered(data, shape4, options, options.random))
        return yield* plain();
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    const { maxima, tensorMax } = planeMaxima(space, bits, shape4);
    if (tensorMax >= INFINITY_BITS)
        return yield* plain();
    const tensorScaleBits = tensorMax === 0 ? ONE_BITS : tensorMax;
    const groups = options.grouping === 'nc' ? maxima : groupMaxima(maxima, shape4, options.grouping);
    const scales = groupScales(space, groups, tensorScaleBits, options.scaleFormat);
    const codes = yield* quantizingElements(space, bits, shape4, scales, { ...options, tensorScaleBits }, options.random);
    if (codes === undefined)
        return yield* plain();
    const { element, scaleFormat } = options;
    return { element, scaleFormat, shape: shape4, codes, scales, tensorScale: binary32Value(tensorScaleBits) };
}
/** Quantizes a tensor. Parameters, result and errors are those of `quantize`. */
export function fastQuantize(subject, data, shape, options) {
    return finish(fastQuantizing(subject, data, shape, options));
}
/** Quantizes with the scales of another tensor held fixed. Parameters, result and errors are those of `quantizeLike`. */
export function fastQuantizeLike(subject, data, like, rounding, random) {
    const { element, scaleFormat, shape, tensorScale } = like;
    const space = workspace();
    const plain = () => quantizeLike(subject, data, like, rounding, random);
    if (space === undefined || !covered(data, shape, rounding, random))
        return plain();
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    const { maxima } = planeMaxima(space, bits, shape);
    const fits = maxima.every((max, plane) => binary32Value(max) <= tensorScale * scaleValue(scaleFormat, like.scales[plane]));
    if (!fits)
        return plain();
    const how = { ...rounding, element, scaleFormat, tensorScaleBits: binary32Bits(tensorScale) };
    const codes = finish(quantizingElements(space, bits, shape, like.scales, how, random));
    return codes === undefined ? plain() : { element, scaleFormat, shape, codes, scales: like.scales, tensorScale };
}
/** Whether the kernels know what to do, as far as can be seen before the data. */
function covered(data, shape, { rounding, randomBits }, random) {
    const count = elementCount(shape);
    if (data.length !== count || count > MAX_ELEMENTS)
        return false;
    if (!(Number.isInteger(randomBits) && randomBits >= 1 && randomBits <= MAX_RANDOM_BITS))
        return false;
    if (rounding !== 'stochastic')
        return true;
    if ('integers' in random)
        return random.integers.length === count;
    const { seed, stream } = random;
    return seed >= 0n && seed <= MAX_SEED && Number.isInteger(stream) && stream >= 0 && stream <= 0xffff_ffff;
}
/** The largest magnitude pattern of each (first, second) index pair, in the workspace, and of all; from that of infinity on where one is not finite. */
function planeMaxima(space, bits, shape) {
    const { kernels, data, words } = space;
    const maxima = roomForMaxima(space, shape[0] * shape[1]);
    const wholePlane = shape[2] * shape[3];
    let tensorMax = 0;
    for (const { plane, planes, first, planeSize } of slices(maxima.length, wholePlane)) {
        data.set(bits.subarray(first, first + planes * planeSize));
        tensorMax = Math.max(tensorMax, kernels.planeMaxima(data.byteOffset, planes, planeSize, words.byteOffset));
        // The parts of a plane come one after the other.
        if (first > plane * wholePlane)
            maxima[plane] = Math.max(maxima[plane], words[0]);
        else
            maxima.set(words.subarray(0, planes), plane);
    }
    return { maxima, tensorMax };
}
function newCodes(count) {
    return new Uint16Array(freshMemory(Uint16Array.BYTES_PER_ELEMENT * count));
}
/** The group scale code of each maximum (Alg. 1 lines 6-8). */
function groupScales({ kernels, words, scales }, maxima, tensorMax, { maxExp, Mg }) {
    const codes = newCodes(maxima.length);
    for (let i = 0; i < maxima.length; i += SLICE_ELEMENTS) {
        const slice = maxima.subarray(i, i + SLICE_ELEMENTS);
        words.set(slice);
        kernels.groupScales(words.byteOffset, slice.length, tensorMax, maxExp, Mg, scales.byteOffset);
        codes.set(scales.subarray(0, slice.length), i);
    }
    return codes;
}
/** The codes of all elements (Alg. 1 from line 9), or undefined where a random integer is out of range. */
function* quantizingElements(space, bits, shape, scales, how, source) {
    const codes = newCodes(bits.length);
    const total = bits.length;
    const random = how.rounding === 'stochastic' ? source : undefined;
    let reported = 0;
    setQuantization(space.kernels, how);
    for (const slice of slices(scales.length, shape[2] * shape[3])) {
        const { plane, planes, first, planeSize } = slice;
        const count = planes * planeSize;
        const done = first + count;
        space.data.set(bits.subarray(first, done));
        space.scales.set(scales.subarray(plane, plane + planes));
        if (!quantizeSlice(space, slice, random, how.randomBits))
            return undefined;
        codes.set(space.codes.subarray(0, count), first);
        if (done - reported >= ELEMENTS_BETWEEN_PROGRESS || done === total) {
            reported = done;
            yield { done, total };
            // Another quantization may have been between.
            setQuantization(space.kernels, how);
        }
    }
    return codes;
}
//# sourceMappingURL=quantize.js.map