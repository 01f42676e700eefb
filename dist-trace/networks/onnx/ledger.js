/** What nodes cost, added up while the graph is walked. */
import { InputError, show } from "../../bits/check.js";
import { elementCount } from "../../bits/shape.js";
import { outputShape } from "../layer.js";
import { sameDims } from "./dims.js";
import { isFloating } from "./element-type.js";
import { commonAncestor, SOURCE } from "./flow.js";
import { isActivation } from "./known.js";
import { countOf } from "./tensor.js";
/** Operators whose constant operands are trained, and which operands those are. */
const TRAINED = new Map([
    ['PRelu', [1]],
    ['BatchNormalization', [1, 2]],
    ['LayerNormalization', [1, 2]],
    ['InstanceNormalization', [1, 2]],
    ['GroupNormalization', [1, 2]],
    ['Gather', [0]],
]);
/** Any operand of these is trained, but for a single number: that is part of a formula, such as the 6 of a decomposed hard swish. */
const FORMULAS = new Set(['Add', 'Sub', 'Mul', 'Div', 'Pow', 'Sum', 'Mean']);
/** Layers that a note names. */
const SHOWN_LAYERS = 5;
export class Ledger {
    layers = [];
    additions = [];
    #uncounted = new Map();
    #parameters = new Map();
    #notes = new Map();
    #batch;
    /** @param batch images of the network's input: what is counted is divided by it */
    constructor(batch) {
        this.#batch = batch;
    }
    get uncounted() {
        return [...this.#uncounted].map(([operator, { nodes, elements, products }]) => ({
            operator,
            nodes,
            elements: this.#perImage(elements),
            products: this.#perImage(products),
        }));
    }
    /** A line for each thing that a reader has to know, with the layers that it is true of. */
    get notes() {
        return [...this.#notes].map(([note, layers]) => {
            const names = layers.slice(0, SHOWN_LAYERS).map((name) => show(name));
            return `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}: ${note}: ${names.join(', ')}${layers.length > SHOWN_LAYERS ? ', ...' : ''}`;
        });
    }
    get parameters() {
        return [...this.#parameters.values()].reduce((sum, count) => sum + count, 0);
    }
    /** A node that multiplies by weights, or two activations. @returns its layer, if it is one */
    addLayer(node, inputs, outcome) {
        const { output, products, note } = outcome;
        if (outcome.layer === undefined) {
            this.addUncounted(`${node.operator} of two activations`, [output, ...inputs.flatMap((one) => one?.tensor ?? [])], products);
            return undefined;
        }
        const fromInput = !inputs.filter(isActivation).some(({ vertex }) => vertex.weighted);
        const [, bias] = outcome.parameters.map((i) => inputs.at(i));
        const layer = { name: node.label, ...outcome.layer, normalized: false, bias: bias !== undefined, fromInput };
        if (elementCount(outputShape(layer, 1)) * this.#batch !== countOf(output)) {
            throw new Error(`${node.label}: the layer's outputs are not the node's`);
        }
        if (isActivation(bias))
            this.addUncounted(`${node.operator}'s addition of an activation`, [output]);
        for (const index of outcome.parameters)
            this.#addParameter(inputs.at(index));
        if (note !== undefined)
            this.#addNote(note, node.label);
        const isMatrix = node.operator === 'MatMul' || node.operator === 'Gemm';
        const entry = { layer, channels: isMatrix ? layer.co : output.dims[1] };
        this.layers.push(entry);
        return entry;
    }
    /** The sum of activations, or of one and a constant. @returns the layer of which it is the bias */
    addAddition(node, inputs, output) {
        const operands = inputs.filter(isActivation);
        if (operands.length === 2 && inputs.length === 2 && operands.every(({ tensor }) => sameDims(tensor.dims, output.dims)) && this.#addResidual(node, operands, output)) {
            return undefined;
        }
        const { layer } = operands[0];
        const constant = inputs.find((one) => !isActivation(one));
        const fits = operands.length === 1 && inputs.length === 2 && constant !== undefined && countOf(constant.tensor) === layer?.channels;
        if (layer === undefined || layer.layer.bias || !fits) {
            this.addArithmetic(node, inputs, [output]);
            return undefined;
        }
        layer.layer = { ...layer.layer, bias: true };
        this.#addParameter(constant);
        return layer;
    }
    /** It belongs to the layer right before it. The energy model counts it behind convolutions alone. */
    addBatchNormalization(node, inputs, output) {
        const [x] = inputs;
        const entry = isActivation(x) && x.layer?.layer.normalized === false ? x.layer : undefined;
        if (entry !== undefined)
            entry.layer = { ...entry.layer, normalized: true };
        if (entry?.layer.kind !== 'conv')
            this.addUncounted(`BatchNormalization behind ${entry === undefined ? 'no layer' : 'a fully connected layer'}`, [output]);
        this.addTrained(node, inputs);
    }
    addArithmetic(node, inputs, outputs) {
        this.addUncounted(node.operator, [...outputs, ...inputs.filter(isActivation).map(({ tensor }) => tensor)]);
        this.addTrained(node, inputs);
    }
    /** The constants among a node's operands that are trained. */
    addTrained({ operator }, inputs) {
        const indices = TRAINED.get(operator) ?? [];
        inputs.forEach((one, i) => {
            const several = one !== undefined && FORMULAS.has(operator) && countOf(one.tensor) > 1;
            if (several || indices.includes(i))
                this.#addParameter(one);
        });
    }
    addUncounted(operator, tensors, products = 0) {
        const sum = this.#uncounted.get(operator) ?? { nodes: 0, elements: 0, products: 0 };
        sum.nodes++;
        sum.elements += tensors.reduce((most, one) => Math.max(most, countOf(one)), 0);
        sum.products += products;
        this.#uncounted.set(operator, sum);
    }
    /**
     * The block's input is the value from which both operands last follow together: there their gradients meet. A gradient that no layer
     * needs isn't added. @returns false where there is no such value
     */
    #addResidual(node, [a, b], output) {
        const start = commonAncestor(a.vertex, b.vertex);
        if (start === SOURCE)
            return false;
        this.additions.push({ name: node.label, outputs: this.#perImage(countOf(output)), inputs: start.weighted ? this.#perImage(start.elements) : 0 });
        return true;
    }
    #addNote(note, layer) {
        const layers = this.#notes.get(note);
        if (layers === undefined)
            this.#notes.set(note, [layer]);
        else
            layers.push(layer);
    }
    #addParameter(known) {
        if (known === undefined || isActivation(known) || !isFloating(known.tensor.type))
            return;
        this.#parameters.set(known.origin, countOf(known.tensor));
    }
    #perImage(count) {
        if (!Number.isSafeInteger(count))
            throw new InputError(`expected fewer than 2^53 elements and products, found ${count}`);
        if (count % this.#batch !== 0)
            throw new InputError(`expected elements for each of ${this.#batch} images, found ${count}`);
        return count / this.#batch;
    }
}
//# sourceMappingURL=ledger.js.map