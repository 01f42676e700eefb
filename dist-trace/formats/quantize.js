/** Dynamic quantization (paper Alg. 1): a binary32 tensor to element codes, group scales and a tensor scale. */
import { InputError, requireInteger, show } from "../bits/check.js";
import { binary32Bits, binary32Value } from "../bits/host-float.js";
import { philoxIntegers } from "../bits/philox.js";
import { elementCount, indexOf, requireShape4 } from "../bits/shape.js";
import { finish } from "../bits/steps.js";
import { elementQuantizer, MAX_RANDOM_BITS } from "./element-quantizer.js";
import { quantizeGroupScale } from "./group-scale-quantizer.js";
export const GROUPINGS = ['nc', 'n', 'c', 'none'];
export const MAX_SEED = 2n ** 64n - 1n;
/** A source as a function of the element's row-major index. @throws InputError for a seed or an integer out of range */
function randomIntegers(source, randomBits, shape) {
    if (!('integers' in source)) {
        if (source.seed < 0n || source.seed > MAX_SEED) {
            throw new InputError(`seed: expected an integer from 0 to ${MAX_SEED}, found ${source.seed}`);
        }
        requireInteger('stream', source.stream, 0, 0xffff_ffff);
        return philoxIntegers(source.seed, source.stream, randomBits);
    }
    const { integers, subject = 'random integers' } = source;
    const limit = 2 ** randomBits;
    if (integers.length !== elementCount(shape)) {
        throw new InputError(`${subject}: expected ${elementCount(shape)} integers for [${shape.join(',')}], found ${integers.length}`);
    }
    for (let i = 0; i < integers.length; i++) {
        const u = integers[i];
        if (!(u >= 0 && u < limit && Number.isInteger(u))) {
            throw new InputError(`${subject}: expected an integer from 0 to ${limit - 1}, found ${show(u)} at [${indexOf(shape, i).join(',')}]`);
        }
    }
    return (index) => integers[index];
}
/** The largest magnitude pattern of each (first, second) index pair. @throws InputError naming the first NaN or infinity */
function planeMaxima(subject, bits, shape) {
    const planeSize = shape[2] * shape[3];
    const maxima = new Uint32Array(shape[0] * shape[1]);
    for (let plane = 0, i = 0; plane < maxima.length; plane++) {
        let max = 0;
        for (const end = i + planeSize; i < end; i++) {
            const magnitude = bits[i] & 0x7fff_ffff;
            if (magnitude > max) {
                max = magnitude;
                if (max >= 0x7f80_0000) {
                    const found = max > 0x7f80_0000 ? 'NaN' : bits[i] > 0x8000_0000 ? '-Infinity' : 'Infinity';
                    throw new InputError(`${subject}: expected finite values, found ${found} at [${indexOf(shape, i).join(',')}]`);
                }
            }
        }
        maxima[plane] = max;
    }
    return maxima;
}
/** S_r, broadcast to each (first, second) index pair: the largest magnitude pattern of the pair's group. */
export function groupMaxima(maxima, [d0, d1], grouping) {
    const groupOf = {
        nc: (i0, i1) => i0 * d1 + i1,
        n: (i0) => i0,
        c: (_i0, i1) => i1,
        none: () => 0,
    }[grouping];
    const ofGroup = new Uint32Array(d0 * d1);
    const forEachPair = (visit) => {
        for (let i0 = 0; i0 < d0; i0++)
            for (let i1 = 0; i1 < d1; i1++)
                visit(i0 * d1 + i1, groupOf(i0, i1));
    };
    forEachPair((pair, group) => (ofGroup[group] = Math.max(ofGroup[group], maxima[pair])));
    const broadcast = new Uint32Array(d0 * d1);
    forEachPair((pair, group) => (broadcast[pair] = ofGroup[group]));
    return broadcast;
}
const ONE = 0x3f80_0000;
const ELEMENTS_BETWEEN_PROGRESS = 1 << 20;
/**
 * Quantizes a tensor in steps, so that a caller can show progress or stop between them; `quantize` is the same in one go.
 * @param subject names the tensor in errors
 * @param data row-major, as many values as the shape says
 * @throws InputError for a NaN or an infinity (with its index), a wrong length, an option or a random integer out of range
 */
export function* quantizing(subject, data, shape, options) {
    const shape4 = requireShape4(subject, shape);
    const count = elementCount(shape4);
    if (data.length !== count)
        throw new InputError(`${subject}: expected ${count} values for [${shape.join(',')}], found ${data.length}`);
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    const maxima = planeMaxima(subject, bits, shape4);
    const tensorMax = maxima.reduce((max, value) => Math.max(max, value), 0);
    const tensorScaleBits = tensorMax === 0 ? ONE : tensorMax;
    const scales = Uint16Array.from(groupMaxima(maxima, shape4, options.grouping), (max) => quantizeGroupScale(options.scaleFormat, max, tensorScaleBits));
    return yield* quantizingElements(subject, bits, shape4, scales, tensorScaleBits, options);
}
/** Quantizes the elements with scales that are given: Alg. 1 from line 9. */
function* quantizingElements(subject, bits, shape, scales, tensorScaleBits, options) {
    const { element, scaleFormat } = options;
    requireInteger('random bits', options.randomBits, 1, MAX_RANDOM_BITS);
    const random = options.rounding === 'stochastic' ? randomIntegers(options.random, options.randomBits, shape) : () => 0;
    const planeSize = shape[2] * shape[3];
    const codes = new Uint16Array(bits.length);
    for (let plane = 0; plane < scales.length; plane++) {
        const toCode = elementQuantizer(element, scaleFormat, scales[plane], tensorScaleBits, options);
        const planeEnd = (plane + 1) * planeSize;
        for (let i = plane * planeSize; i < planeEnd;) {
            const end = Math.min(planeEnd, i + ELEMENTS_BETWEEN_PROGRESS);
            const failed = quantizeRange(toCode, random, bits, codes, i, end);
            if (failed >= 0) {
                const where = indexOf(shape, failed).join(',');
                throw new InputError(`${subject}: expected a magnitude of at most its group scale x tensor scale at [${where}]`);
            }
            i = end;
            yield { done: i, total: bits.length };
        }
    }
    return { element, scaleFormat, shape, codes, scales, tensorScale: binary32Value(tensorScaleBits) };
}
/** Quantizes positions start to end; the first one outside of the format ends it, and is returned, else -1. */
function quantizeRange(toCode, random, bits, codes, start, end) {
    for (let i = start; i < end; i++) {
        const code = toCode(bits[i], random(i));
        if (code < 0)
            return i;
        codes[i] = code;
    }
    return -1;
}
/** Quantizes a tensor (paper Alg. 1). Parameters, result and errors are those of `quantizing`. */
export function quantize(subject, data, shape, options) {
    return finish(quantizing(subject, data, shape, options));
}
/**
 * Quantizes with the scales of another tensor held fixed.
 * @param like gives formats, shape and scales @throws InputError where a value is above its group scale x tensor scale
 */
export function quantizeLike(subject, data, like, rounding, random) {
    const bits = new Uint32Array(data.buffer, data.byteOffset, data.length);
    const options = { ...rounding, random, element: like.element, scaleFormat: like.scaleFormat, grouping: 'nc' };
    const tensorScaleBits = binary32Bits(like.tensorScale);
    return finish(quantizingElements(subject, bits, like.shape, like.scales, tensorScaleBits, options));
}
//# sourceMappingURL=quantize.js.map