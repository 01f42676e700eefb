/** An ONNX model as a topology. */
import { about, InputError } from "../../bits/check.js";
import { analyse } from "./analysis.js";
/**
 * The layers and residual additions of a model.
 * @param options sizes that the file leaves open
 * @throws InputError for an operator whose cost isn't known, shapes that don't fit, and sizes that stay open
 */
export function onnxTopology(model, options = {}) {
    const { ledger, shapes, unused } = analyse(model, options);
    const layers = ledger.layers.map(({ layer }) => layer);
    if (layers.length === 0)
        throw new InputError(`${model.subject}: expected convolutions or fully connected layers, found none`);
    const named = (name) => ({ name, dims: shapes.get(name) ?? [] });
    const notes = unused === 0 ? ledger.notes : [...ledger.notes, `${unused} ${unused === 1 ? 'node leads' : 'nodes lead'} to no output and are left out`];
    return {
        topology: { name: model.subject, layers, additions: ledger.additions },
        inputs: model.inputs.map(({ name }) => named(name)),
        outputs: model.outputs.map(named),
        uncounted: about(model.subject, () => ledger.uncounted),
        parameters: ledger.parameters,
        notes,
    };
}
//# sourceMappingURL=import.js.map