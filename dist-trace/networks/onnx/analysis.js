/** Shape inference over the whole graph, and what its nodes cost. */
import { about, InputError, show } from "../../bits/check.js";
import { follow } from "./call.js";
import { requireDims } from "./dims.js";
import { commonAncestor, SOURCE, vertexBelow } from "./flow.js";
import { sizedInputs } from "./inputs.js";
import { isActivation } from "./known.js";
import { Ledger } from "./ledger.js";
import { isGiven } from "./model.js";
import { fromFile } from "./operators/constants.js";
import { OPERATORS } from "./operators/table.js";
import { forwardOrder } from "./order.js";
import { countOf } from "./tensor.js";
/** @throws InputError naming the node that can't be understood */
export function analyse(model, options) {
    const { dims, batch } = sizedInputs(model, options);
    const walk = { model, batch, followed: { count: 0 }, values: new Map(), ledger: new Ledger(batch) };
    for (const { name, type } of model.inputs) {
        const tensor = { dims: dims.get(name) ?? [], type, content: undefined };
        walk.values.set(name, { tensor, vertex: vertexBelow(SOURCE, countOf(tensor), false), layer: undefined });
    }
    for (const [name, stored] of model.initializers)
        walk.values.set(name, { tensor: fromFile(`initializer ${show(name)}`, walk, stored), origin: name });
    const order = forwardOrder(model);
    for (const node of order) {
        const operator = node.domain === '' ? OPERATORS.get(node.operator) : undefined;
        const shown = operator === undefined ? show(node.operator) : node.operator;
        about(`${model.subject}: node ${show(node.label)} (${shown})`, () => { visit(walk, node, operator); });
    }
    const shapes = new Map([...walk.values].map(([name, { tensor }]) => [name, tensor.dims]));
    return { ledger: walk.ledger, shapes, unused: model.nodes.length - order.length };
}
function visit(walk, node, operator) {
    if (operator === undefined) {
        const domain = node.domain === '' ? '' : ` of ${show(node.domain)}`;
        throw new InputError(`expected an operator whose cost is known (see docs/onnx.md), found ${show(node.operator)}${domain}`);
    }
    const { model, batch, followed, values, ledger } = walk;
    const inputs = node.inputs.map((name) => values.get(name));
    const call = { model, node, inputs: inputs.map((one) => one?.tensor), isActivation: inputs.map(isActivation), batch, followed };
    const sources = inputs.filter(isActivation);
    const depends = sources.length > 0 && operator.kind !== 'sizes';
    let layer;
    let outputs;
    if (operator.kind === 'layer') {
        const outcome = operator.layer(call);
        outputs = [outcome.output];
        if (depends)
            layer = ledger.addLayer(node, inputs, outcome);
    }
    else {
        outputs = operator.rule(call);
        for (const { dims } of outputs)
            requireDims('output', dims);
        if (depends)
            layer = account(ledger, operator.kind, node, inputs, outputs);
    }
    if (node.operator !== 'Constant')
        follow(walk, outputs.reduce((sum, { content }) => sum + (content?.length ?? 0), 0));
    if (node.outputs.length > outputs.length && node.outputs.slice(outputs.length).some(isGiven)) {
        throw new InputError(`expected at most ${outputs.length} outputs, found ${node.outputs.length}`);
    }
    const weighted = (operator.kind === 'layer' && layer !== undefined) || sources.some(({ vertex }) => vertex.weighted);
    const above = depends ? ancestorOf(sources) : SOURCE;
    node.outputs.forEach((name, i) => {
        if (!isGiven(name))
            return;
        const tensor = outputs[i];
        if (depends)
            values.set(name, { tensor, vertex: vertexBelow(above, countOf(tensor), weighted), layer: i === 0 ? layer : undefined });
        else
            values.set(name, { tensor, origin: originOf(operator, inputs[0]) ?? name });
    });
}
/** @returns the layer whose outputs the first output still is */
function account(ledger, kind, node, inputs, outputs) {
    switch (kind) {
        case 'addition':
            return ledger.addAddition(node, inputs, outputs[0]);
        case 'batchNormalization':
            ledger.addBatchNormalization(node, inputs, outputs[0]);
            return undefined;
        case 'arithmetic':
            if (isNearest(node))
                return undefined;
            ledger.addArithmetic(node, inputs, outputs);
            return undefined;
        case 'view': {
            const [x] = inputs;
            return isActivation(x) ? x.layer : undefined;
        }
        case 'free':
        case 'sizes':
            ledger.addTrained(node, inputs);
            return undefined;
    }
}
/** Whether a resizing only copies. */
function isNearest({ operator, attributes }) {
    if (operator !== 'Resize' && operator !== 'Upsample')
        return false;
    const mode = attributes.get('mode')?.s;
    return mode === undefined || new TextDecoder('latin1').decode(mode.subarray(0, 16)) === 'nearest';
}
function ancestorOf(sources) {
    return sources.map(({ vertex }) => vertex).reduce(commonAncestor);
}
/** A view of a stored tensor holds that tensor's elements. */
function originOf(operator, first) {
    return operator.kind === 'view' && first !== undefined && !isActivation(first) ? first.origin : undefined;
}
//# sourceMappingURL=analysis.js.map