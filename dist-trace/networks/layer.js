/** A layer of a network as the MAC unit sees it: a convolution, with the shapes and counts that follow from it. */
import { elementCount } from "../bits/shape.js";
import { convolution } from "../sim/convolution.js";
import { outputGrid } from "../sim/cycle/grid.js";
/** W, [co, ci of a channel group, kh, kw]. */
export function weightShape({ co, ci, groups, kernel }) {
    return [co, ci / groups, ...kernel];
}
/** A, [n, ci, h, w]. */
export function inputShape({ ci, input }, batch) {
    return [batch, ci, ...input];
}
/** Z and E, [n, co, y, x]. @throws InputError where the kernel doesn't fit the input */
export function outputShape(layer, batch) {
    return passConvolution(layer, 'forward', batch).outputShape;
}
/** The shapes of X and Y in a pass. */
export function operandShapes(layer, pass, batch) {
    if (pass === 'forward')
        return { x: weightShape(layer), y: inputShape(layer, batch) };
    const e = outputShape(layer, batch);
    return pass === 'input-grad' ? { x: weightShape(layer), y: e } : { x: e, y: inputShape(layer, batch) };
}
/** A pass of the layer over a batch. @throws InputError */
export function passConvolution(layer, pass, batch) {
    const { stride, padding, dilation, groups, input, kernel } = layer;
    const options = {
        stride,
        padding,
        dilation,
        groups,
        ...(pass === 'input-grad' ? { inputSize: input } : {}),
        ...(pass === 'weight-grad' ? { kernelSize: kernel } : {}),
    };
    const { x, y } = operandShapes(layer, pass, batch);
    return convolution(pass, x, y, options);
}
/**
 * The outputs of a pass over a batch. Found from one image, since a batch may have more outputs than a simulated tensor can hold: images
 * are more columns, but in the weight gradient more groups of each output.
 */
export function passGrid(layer, pass, batch) {
    const grid = outputGrid(passConvolution(layer, pass, 1), layer.groups);
    return pass === 'weight-grad' ? { ...grid, groupCount: grid.groupCount * batch } : { ...grid, matrixColumns: grid.matrixColumns * batch };
}
/** Weights, without biases. */
export function weightCount(layer) {
    return elementCount(weightShape(layer));
}
/** Products of the forward pass of one image, those in the padding included. */
export function productCount(layer) {
    const { groupCount, groupSize } = passConvolution(layer, 'forward', 1);
    return elementCount(outputShape(layer, 1)) * groupCount * groupSize;
}
//# sourceMappingURL=layer.js.map