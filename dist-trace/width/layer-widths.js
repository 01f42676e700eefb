import { passConvolution } from "../networks/layer.js";
import { PASSES } from "../sim/convolution.js";
import { largestSum, naiveWidth, symmetricWidth } from "./bounds.js";
import { scalerBound } from "./scaler-bound.js";
import { nonzeroProducts } from "./taps.js";
/** The worst case of a pass. */
export function passWidth(layer, conv, formats) {
    const { pass, groupSize } = conv;
    const nonzero = nonzeroProducts(conv);
    const largest = largestSum(formats, groupSize);
    return {
        layer,
        pass,
        groupSize,
        nonzero,
        largestSum: largest,
        width: symmetricWidth(largest),
        naiveWidth: naiveWidth(formats, groupSize),
        layerWidth: symmetricWidth(largestSum(formats, nonzero)),
        scaler: scalerBound(largest, formats.xScale, formats.yScale),
    };
}
/** The passes of layers, layer by layer. @param passes which of them */
export function layerPasses(layers, passes = PASSES) {
    return layers.flatMap((layer) => passes.filter((pass) => !(pass === 'input-grad' && layer.fromInput)).map((pass) => ({ layer, pass })));
}
/** The worst case of each. Of one image: the batch is no part of a group. @throws InputError where a kernel doesn't fit */
export function layerWidths(runs, formats) {
    const known = new Map();
    return runs.map(({ layer, pass }) => {
        // Only the geometry decides, and layers repeat.
        const { kernel, stride, padding, dilation, input } = layer;
        const geometry = [pass, ...kernel, ...stride, ...padding, ...dilation, ...input].join();
        const found = known.get(geometry) ?? passWidth(layer.name, passConvolution(layer, pass, 1), formats);
        known.set(geometry, found);
        return { ...found, layer: layer.name };
    });
}
//# sourceMappingURL=layer-widths.js.map