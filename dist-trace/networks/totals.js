/** Totals of a topology that are published for the standard networks. */
import { productCount, weightCount } from "./layer.js";
/** Trainable numbers of a layer: weights, biases, and a factor and an offset for each normalized channel. */
export function parameterCount(layer) {
    return weightCount(layer) + (layer.bias ? layer.co : 0) + (layer.normalized ? 2 * layer.co : 0);
}
export function totals({ layers, additions }) {
    const sum = (count) => layers.reduce((total, layer) => total + count(layer), 0);
    return {
        parameters: sum(parameterCount),
        weights: sum(weightCount),
        products: sum(productCount),
        additions: additions.reduce((total, { outputs }) => total + outputs, 0),
    };
}
//# sourceMappingURL=totals.js.map