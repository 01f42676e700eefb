import { addConv, addElements, additionCounts, layerCounts, NO_ELEMENTS, NO_OPERATIONS, } from "./counts.js";
export function networkCounts({ layers, additions }, scope) {
    return sumCounts(layers.map((layer) => layerCounts(layer, scope)), additions.map((addition) => additionCounts(addition, scope)));
}
export function sumCounts(layers, additions) {
    const pass = (name) => layers.reduce((sum, { conv }) => addConv(sum, conv[name]), NO_OPERATIONS);
    const row = (name) => layers.reduce((sum, layer) => addElements(sum, layer[name]), NO_ELEMENTS);
    const forward = additions.reduce((sum, one) => addElements(sum, one.forward), NO_ELEMENTS);
    const backward = additions.reduce((sum, one) => addElements(sum, one.backward), NO_ELEMENTS);
    return {
        conv: { forward: pass('forward'), weightGradient: pass('weightGradient'), inputGradient: pass('inputGradient') },
        bn: row('bn'),
        fc: row('fc'),
        sgd: row('sgd'),
        ewAdd: { ...addElements(forward, backward), forward: forward.elements, backward: backward.elements },
        dqActivation: row('dqActivation'),
        dqWeight: row('dqWeight'),
    };
}
//# sourceMappingURL=network-counts.js.map