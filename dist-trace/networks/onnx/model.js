/** An ONNX model as a graph whose names are checked: every value is defined once, and every value that is used is defined. */
import { InputError, show } from "../../bits/check.js";
import { sparseTensor, storedTensor } from "./stored-tensor.js";
const LOWEST_OPSET = 9;
const HIGHEST_OPSET = 21;
/** @throws InputError */
export function onnxModel(subject, proto, readExternal) {
    const { graph } = proto;
    if (graph === undefined)
        throw new InputError(`${subject}: expected an ONNX model, found no graph`);
    const opset = requireOpset(subject, proto);
    const initializers = initializersOf(subject, graph);
    const inputs = graph.inputs.filter(({ name }) => !initializers.has(name ?? '')).map((input) => {
        const name = input.name ?? '';
        const tensor = input.type?.tensorType;
        if (tensor === undefined)
            throw new InputError(`${subject}: input ${show(name)}: expected a tensor, found another type or none`);
        return { name, type: tensor.elementType ?? 0, dims: tensor.shape?.dims.map(({ value }) => (value === -1 ? undefined : value)) };
    });
    const nodes = nodesOf(subject, graph.nodes);
    const producers = producersOf(subject, nodes, [...inputs.map(({ name }) => name), ...initializers.keys()]);
    const outputs = graph.outputs.map(({ name }) => name ?? '');
    if (outputs.length === 0)
        throw new InputError(`${subject}: expected a graph with outputs, found none`);
    const defined = new Set([...inputs.map(({ name }) => name), ...initializers.keys(), ...producers.keys()]);
    for (const node of nodes)
        requireDefined(`${subject}: node ${show(node.label)}: input`, node.inputs.filter(isGiven), defined);
    requireDefined(`${subject}: output`, outputs, defined);
    return { subject, opset, nodes, initializers, inputs, outputs, producers, readExternal };
}
export const isGiven = (name) => name !== '';
function requireOpset(subject, { operatorSets }) {
    const own = operatorSets.filter(({ domain = '' }) => isOwnDomain(domain));
    const version = own[0]?.version ?? 0;
    if (own.length !== 1)
        throw new InputError(`${subject}: expected one version of the operators (opset_import), found ${own.length}`);
    if (!(version >= LOWEST_OPSET && version <= HIGHEST_OPSET)) {
        throw new InputError(`${subject}: expected opset ${LOWEST_OPSET} to ${HIGHEST_OPSET}, found ${show(version)}`);
    }
    return version;
}
/** Both names of ONNX's own operators. */
function isOwnDomain(domain) {
    return domain === '' || domain === 'ai.onnx';
}
function initializersOf(subject, graph) {
    const dense = graph.initializers.map((proto) => storedTensor(`${subject}: initializer ${show(proto.name ?? '')}`, proto));
    const sparse = graph.sparseInitializers.map(({ values, dims }) => {
        const name = values?.name ?? '';
        return sparseTensor(`${subject}: initializer ${show(name)}`, name, values?.dataType ?? 0, dims);
    });
    const byName = new Map();
    for (const tensor of [...dense, ...sparse]) {
        if (tensor.name === '')
            throw new InputError(`${subject}: expected initializers with names, found one without`);
        if (byName.has(tensor.name))
            throw new InputError(`${subject}: expected one initializer ${show(tensor.name)}, found two`);
        byName.set(tensor.name, tensor);
    }
    return byName;
}
function nodesOf(subject, protos) {
    const unique = uniqueNames();
    return protos.map((proto, index) => {
        const { operator = '', inputs, outputs, domain = '' } = proto;
        const label = unique([proto.name ?? '', ...outputs].find(isGiven) ?? `${operator}_${index}`);
        const attributes = new Map();
        for (const attribute of proto.attributes) {
            const name = attribute.name ?? '';
            if (attributes.has(name))
                throw new InputError(`${subject}: node ${show(label)}: expected one attribute ${show(name)}, found two`);
            attributes.set(name, attribute);
        }
        if (operator === '')
            throw new InputError(`${subject}: node ${show(label)}: expected an operator, found none`);
        return { label, operator, inputs, outputs, attributes, domain: isOwnDomain(domain) ? '' : domain };
    });
}
/** Makes names unique by numbers after them. */
function uniqueNames() {
    const used = new Set();
    const next = new Map();
    return (name) => {
        let found = name;
        for (let n = next.get(name) ?? 2; used.has(found); n++) {
            found = `${name}_${n}`;
            next.set(name, n + 1);
        }
        used.add(found);
        return found;
    };
}
function producersOf(subject, nodes, others) {
    const taken = new Set();
    const take = (name, where) => {
        if (taken.has(name))
            throw new InputError(`${subject}: ${where}: expected values to be defined once, found ${show(name)} defined again`);
        taken.add(name);
    };
    for (const name of others)
        take(name, 'graph');
    const producers = new Map();
    for (const node of nodes) {
        for (const output of node.outputs.filter(isGiven)) {
            take(output, `node ${show(node.label)}`);
            producers.set(output, node);
        }
    }
    return producers;
}
function requireDefined(where, names, defined) {
    const missing = names.find((name) => !defined.has(name));
    if (missing !== undefined)
        throw new InputError(`${where}: expected a value that the graph defines, found ${show(missing)}`);
}
//# sourceMappingURL=model.js.map