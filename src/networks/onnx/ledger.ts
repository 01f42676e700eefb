/** What nodes cost, added up while the graph is walked. */
import { InputError, show } from '../../bits/check.ts';
import { elementCount } from '../../bits/shape.ts';
import { outputShape } from '../layer.ts';
import type { ResidualAddition } from '../topology.ts';
import { sameDims } from './dims.ts';
import { isFloating } from './element-type.ts';
import { commonAncestor, SOURCE } from './flow.ts';
import { isActivation, type Activation, type Known, type LayerEntry } from './known.ts';
import type { LayerOutcome } from './layer-rule.ts';
import type { OnnxNode } from './model.ts';
import { countOf, type Tensor } from './tensor.ts';

/** An operator that adds or multiplies and that no row of the energy model counts. */
export interface Uncounted {
  readonly operator: string;
  readonly nodes: number;
  /** Of what it takes or gives, whichever is more, for one image, all its nodes together. */
  readonly elements: number;
  /** Products of two activations for one image, as attention has them; 0 for everything else. */
  readonly products: number;
}

/** Operators whose constant operands are trained, and which operands those are. */
const TRAINED: ReadonlyMap<string, readonly number[]> = new Map([
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
  readonly layers: LayerEntry[] = [];
  readonly additions: ResidualAddition[] = [];
  readonly #uncounted = new Map<string, { nodes: number; elements: number; products: number }>();
  readonly #parameters = new Map<string, number>();
  readonly #notes = new Map<string, string[]>();
  readonly #batch: number;

  /** @param batch images of the network's input: what is counted is divided by it */
  constructor(batch: number) {
    this.#batch = batch;
  }

  get uncounted(): readonly Uncounted[] {
    return [...this.#uncounted].map(([operator, { nodes, elements, products }]) => ({
      operator,
      nodes,
      elements: this.#perImage(elements),
      products: this.#perImage(products),
    }));
  }

  /** A line for each thing that a reader has to know, with the layers that it is true of. */
  get notes(): readonly string[] {
    return [...this.#notes].map(([note, layers]) => {
      const names = layers.slice(0, SHOWN_LAYERS).map((name) => show(name));
      return `${layers.length} ${layers.length === 1 ? 'layer' : 'layers'}: ${note}: ${names.join(', ')}${layers.length > SHOWN_LAYERS ? ', ...' : ''}`;
    });
  }

  get parameters(): number {
    return [...this.#parameters.values()].reduce((sum, count) => sum + count, 0);
  }

  /** A node that multiplies by weights, or two activations. @returns its layer, if it is one */
  addLayer(node: OnnxNode, inputs: readonly (Known | undefined)[], outcome: LayerOutcome): LayerEntry | undefined {
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
    if (isActivation(bias)) this.addUncounted(`${node.operator}'s addition of an activation`, [output]);
    for (const index of outcome.parameters) this.#addParameter(inputs.at(index));
    if (note !== undefined) this.#addNote(note, node.label);
    const isMatrix = node.operator === 'MatMul' || node.operator === 'Gemm';
    const entry = { layer, channels: isMatrix ? layer.co : output.dims[1] };
    this.layers.push(entry);
    return entry;
  }

  /** The sum of activations, or of one and a constant. @returns the layer of which it is the bias */
  addAddition(node: OnnxNode, inputs: readonly (Known | undefined)[], output: Tensor): LayerEntry | undefined {
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
  addBatchNormalization(node: OnnxNode, inputs: readonly (Known | undefined)[], output: Tensor): void {
    const [x] = inputs;
    const entry = isActivation(x) && x.layer?.layer.normalized === false ? x.layer : undefined;
    if (entry !== undefined) entry.layer = { ...entry.layer, normalized: true };
    if (entry?.layer.kind !== 'conv') this.addUncounted(`BatchNormalization behind ${entry === undefined ? 'no layer' : 'a fully connected layer'}`, [output]);
    this.addTrained(node, inputs);
  }

  addArithmetic(node: OnnxNode, inputs: readonly (Known | undefined)[], outputs: readonly Tensor[]): void {
    this.addUncounted(node.operator, [...outputs, ...inputs.filter(isActivation).map(({ tensor }) => tensor)]);
    this.addTrained(node, inputs);
  }

  /** The constants among a node's operands that are trained. */
  addTrained({ operator }: OnnxNode, inputs: readonly (Known | undefined)[]): void {
    const indices = TRAINED.get(operator) ?? [];
    inputs.forEach((one, i) => {
      const several = one !== undefined && FORMULAS.has(operator) && countOf(one.tensor) > 1;
      if (several || indices.includes(i)) this.#addParameter(one);
    });
  }

  addUncounted(operator: string, tensors: readonly Tensor[], products = 0): void {
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
  #addResidual(node: OnnxNode, [a, b]: readonly Activation[], output: Tensor): boolean {
    const start = commonAncestor(a.vertex, b.vertex);
    if (start === SOURCE) return false;
    this.additions.push({ name: node.label, outputs: this.#perImage(countOf(output)), inputs: start.weighted ? this.#perImage(start.elements) : 0 });
    return true;
  }

  #addNote(note: string, layer: string): void {
    const layers = this.#notes.get(note);
    if (layers === undefined) this.#notes.set(note, [layer]);
    else layers.push(layer);
  }

  #addParameter(known: Known | undefined): void {
    if (known === undefined || isActivation(known) || !isFloating(known.tensor.type)) return;
    this.#parameters.set(known.origin, countOf(known.tensor));
  }

  #perImage(count: number): number {
    if (!Number.isSafeInteger(count)) throw new InputError(`expected fewer than 2^53 elements and products, found ${count}`);
    if (count % this.#batch !== 0) throw new InputError(`expected elements for each of ${this.#batch} images, found ${count}`);
    return count / this.#batch;
  }
}
