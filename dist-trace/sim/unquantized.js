/** The same convolution without quantization, in binary64: what a quantized result is compared with. */
import { elementCount } from "../bits/shape.js";
import { accumulateExact } from "./functional-kernels.js";
import { addressing, paddedPlaneElements, sourcePlanes } from "./functional-planes.js";
/** All outputs of a pass in binary64, with its rounding. */
export function convolveUnquantized(conv, x, y) {
    const { outputShape, groupCount, groupSize, rows, columns } = conv;
    const planeSize = outputShape[2] * outputShape[3];
    const planeElements = paddedPlaneElements(rows, columns);
    const sources = sourcePlanes(rows, columns, y.shape, (position) => y.data[position]);
    const { outputBases, tapOffsets } = addressing(rows, columns);
    const taps = Float64Array.from(x.data);
    const groupSum = new Float64Array(planeSize);
    const out = new Float64Array(elementCount(outputShape));
    for (let plane = 0; plane < outputShape[0] * outputShape[1]; plane++) {
        const o0 = Math.floor(plane / outputShape[1]);
        const o1 = plane % outputShape[1];
        for (let g = 0; g < groupCount; g++) {
            const xPlane = conv.xPlane(o0, o1, g);
            const yPlane = conv.yPlane(o0, o1, g);
            const weights = taps.subarray(xPlane * groupSize, (xPlane + 1) * groupSize);
            const source = sources.subarray(yPlane * planeElements, (yPlane + 1) * planeElements);
            accumulateExact(groupSum, weights, source, outputBases, tapOffsets);
            for (let i = 0; i < planeSize; i++)
                out[plane * planeSize + i] += groupSum[i];
        }
    }
    return out;
}
//# sourceMappingURL=unquantized.js.map