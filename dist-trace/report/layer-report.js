/** What the format and the unit do to one layer: three passes on the simulated datapath beside the same convolutions unquantized. */
import { finish } from "../bits/steps.js";
import { averageRelativeError } from "../formats/mls-tensor.js";
import { quantize } from "../formats/quantize.js";
import { convolution } from "../sim/convolution.js";
import { convolving } from "../sim/convolve.js";
import { mlsDatapath, mlsDefaults } from "../sim/mls-datapath.js";
import { convolveUnquantized } from "../sim/unquantized.js";
import { relativeError, sqnr } from "./quality.js";
/**
 * Quantizes a layer and runs its passes with the defaults of the MLS unit.
 *
 * E is the gradient of half the output's variance in each channel: Z minus its channel's mean. It stands for the gradient of a training loss, which
 * a network made for inference comes without.
 * @param now a clock, in milliseconds
 */
export function reportLayer(layer, options, now) {
    const pairOf = (name, plain) => ({ plain, quantized: quantize(name, plain.data, plain.shape, options) });
    const { weights, activations } = layer;
    const forward = convolution('forward', weights.shape, activations.shape, layer.options);
    const output = convolveUnquantized(forward, weights, activations);
    const [, , outputRows, outputColumns] = forward.outputShape;
    const w = pairOf('W', weights);
    const a = pairOf('A', activations);
    const e = pairOf('E', { shape: forward.outputShape, data: withoutMeans(output, outputRows * outputColumns) });
    const [, , inputRows, inputColumns] = activations.shape;
    const [, , kernelRows, kernelColumns] = weights.shape;
    const passes = [
        runPass('forward', w, a, layer.options, now),
        runPass('input-grad', w, e, { ...layer.options, inputSize: [inputRows, inputColumns] }, now),
        runPass('weight-grad', e, a, { ...layer.options, kernelSize: [kernelRows, kernelColumns] }, now),
    ];
    const errorOf = ({ plain, quantized }) => averageRelativeError(plain.data, quantized);
    return { layer, operandErrors: { W: errorOf(w), A: errorOf(a), E: errorOf(e) }, passes };
}
function runPass(pass, x, y, options, now) {
    const conv = convolution(pass, x.plain.shape, y.plain.shape, options);
    const datapath = mlsDatapath(mlsDefaults(x.quantized, y.quantized));
    const start = now();
    const result = finish(convolving(conv, datapath, x.quantized, y.quantized));
    const milliseconds = now() - start;
    const exact = convolveUnquantized(conv, x.plain, y.plain);
    const found = new Float32Array(result.bits.buffer);
    return { pass, result, sqnr: sqnr(exact, found), averageRelativeError: relativeError(exact, found), milliseconds };
}
/** Each plane less its mean, in binary32. */
function withoutMeans(planes, planeSize) {
    const out = new Float32Array(planes.length);
    for (let start = 0; start < planes.length; start += planeSize) {
        let sum = 0;
        for (let i = start; i < start + planeSize; i++)
            sum += planes[i];
        for (let i = start; i < start + planeSize; i++)
            out[i] = planes[i] - sum / planeSize;
    }
    return out;
}
//# sourceMappingURL=layer-report.js.map