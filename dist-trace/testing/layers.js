/** Arbitrary layers: a pass with operands that fit it, for an implementation of the whole datapath. */
import fc from 'fast-check';
import { elementCount } from "../bits/shape.js";
import { convolution, PASSES } from "../sim/convolution.js";
import { convolve } from "../sim/convolve.js";
import { mlsDatapath, mlsDefaults } from "../sim/mls-datapath.js";
import { elementCodes, elementFormats, groupScaleFormats } from "./formats.js";
const POOL = 24;
/** Small layers with extreme codes, shrinking to one product. */
export function layers({ formats, channels = 3, size = 3, passes = PASSES } = {}) {
    const upTo = (max) => fc.integer({ min: 1, max });
    const sizes = (max, min = 1) => fc.tuple(fc.integer({ min, max }), fc.integer({ min, max }));
    return fc
        .record({
        pass: fc.constantFrom(...passes),
        images: upTo(channels),
        groups: upTo(2),
        co: upTo(channels),
        ci: upTo(channels),
        kernel: sizes(size),
        output: sizes(size),
        stride: sizes(2),
        dilation: sizes(2),
        padding: sizes(1, 0),
        operands: fc.tuple(operandPools(formats), operandPools(formats)),
    })
        .map(({ operands, ...shape }) => fitted(shape, operands))
        .filter((layer) => layer !== undefined);
}
function operandPools(limits) {
    return fc.tuple(elementFormats(limits), groupScaleFormats()).chain(([element, scaleFormat]) => fc.record({
        element: fc.constant(element),
        scaleFormat: fc.constant(scaleFormat),
        codes: fc.array(elementCodes(element), { minLength: 1, maxLength: POOL }),
        scales: fc.array(fc.nat(Math.min(15, 2 ** scaleFormat.codeBits - 1)), { minLength: 1, maxLength: POOL }),
    }));
}
/** The layer whose forward pass gives the output, or undefined where the padding alone is larger than its input. */
function fitted({ pass, images, groups, co, ci, kernel, output, stride, dilation, padding }, [xPool, yPool]) {
    const side = (d) => (output[d] - 1) * stride[d] + dilation[d] * (kernel[d] - 1) + 1 - 2 * padding[d];
    const input = [side(0), side(1)];
    if (input[0] < 1 || input[1] < 1)
        return undefined;
    const w = [co * groups, ci, ...kernel];
    const a = [images, ci * groups, ...input];
    const e = [images, co * groups, ...output];
    const [xShape, yShape] = { forward: [w, a], 'input-grad': [w, e], 'weight-grad': [e, a] }[pass];
    const options = {
        stride,
        padding,
        dilation,
        groups,
        ...(pass === 'input-grad' ? { inputSize: input } : {}),
        ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
    };
    return { pass, options, x: filled(xPool, xShape), y: filled(yPool, yShape) };
}
function filled({ element, scaleFormat, codes, scales }, shape) {
    return {
        element,
        scaleFormat,
        shape,
        codes: Uint16Array.from({ length: elementCount(shape) }, (_, i) => codes[i % codes.length]),
        scales: Uint16Array.from({ length: shape[0] * shape[1] }, (_, i) => scales[i % scales.length]),
        tensorScale: 1,
    };
}
/** What the simulator gives for a layer. @throws InputError for a parameter out of range */
export function simulated({ pass, options, x, y }, parameters = {}) {
    return convolve(convolution(pass, x.shape, y.shape, options), mlsDatapath({ ...mlsDefaults(x, y), ...parameters }), x, y);
}
/** Every output has the bits of the simulator; any NaN will do for a NaN. */
export function matchesSimulator(parameters, implementation, limits = {}) {
    return fc.asyncProperty(layers(limits), async (layer) => {
        const { bits } = simulated(layer, parameters);
        const found = await implementation(layer);
        if (found.length !== bits.length)
            throw new Error(`outputs: expected ${bits.length}, found ${found.length}`);
        bits.forEach((expected, i) => {
            if (expected !== found[i] && !(isNaNPattern(expected) && isNaNPattern(found[i]))) {
                throw new Error(`output ${i}: expected ${expected.toString(16).padStart(8, '0')}, found ${found[i].toString(16).padStart(8, '0')}`);
            }
        });
    });
}
function isNaNPattern(bits) {
    return (bits & 0x7fff_ffff) > 0x7f80_0000;
}
//# sourceMappingURL=layers.js.map