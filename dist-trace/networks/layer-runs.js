/** The runs of the array that one step through a list of layers takes. */
import { PASSES } from "../sim/convolution.js";
import { passGrid } from "./layer.js";
/** Training is all three passes. */
export const WORKLOADS = [...PASSES, 'training'];
/**
 * The runs, layer by layer.
 * @param network whether the layers are a network: nothing comes before its first layer, whose input gradient is then not computed
 */
export function layerRuns(layers, workload, batch, network) {
    const passes = workload === 'training' ? PASSES : [workload];
    return layers.flatMap((layer, position) => passes
        .filter((pass) => !(network && position === 0 && pass === 'input-grad'))
        .map((pass) => ({ layer, pass, batch, grid: passGrid(layer, pass, batch) })));
}
//# sourceMappingURL=layer-runs.js.map