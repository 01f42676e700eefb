/** `mlsim networks`. */
import { Command } from 'commander';
import { InputError } from "../bits/check.js";
import { elementCount } from "../bits/shape.js";
import { outputShape, productCount, weightCount } from "../networks/layer.js";
import { NETWORKS } from "../networks/networks.js";
import { parameterCount, totals } from "../networks/totals.js";
import { sourcedTopology } from "./energy-source.js";
import { integer, onnxInputOption, pair } from "./options.js";
import { grouped, jsonText, print } from "./print.js";
import { borderless } from "./table.js";
const MAX_BATCH = 1_000_000;
export function networksCommand() {
    return new Command('networks')
        .description('List the built-in networks, or the layers of one or of an ONNX model.')
        .argument('[network]', 'the one whose layers to list: a name, or model.onnx')
        .option('--input-size <n|h,w>', 'input size (default: that of its published figures)', pair)
        .addOption(onnxInputOption())
        .option('--batch <n>', 'images that outputs and products are counted for (default: 1)', integer(1, MAX_BATCH))
        .option('--json', 'print all figures')
        .addHelpText('after', `
Products are the multiply-accumulates of the forward pass, those with the padding included. Parameters are weights, biases, and the factors and offsets of
batch normalization.

Examples:
  mlsim networks
  mlsim networks googlenet --input-size 299 --batch 8
  mlsim networks model.onnx --input-size 640`)
        .action(run);
}
async function run(name, { inputSize, input, batch, json }) {
    if (name === undefined) {
        if (inputSize !== undefined || batch !== undefined)
            throw new InputError(`--${inputSize === undefined ? 'batch' : 'input-size'}: only one network takes it, found none`);
        listAll(json === true);
        return;
    }
    const sourced = await sourcedTopology(name, { inputSize, input });
    if (json === true)
        print(jsonText(networkJson(sourced, batch ?? 1)));
    else
        print(networkText(sourced, batch ?? 1));
}
function listAll(json) {
    const all = NETWORKS.map((network) => {
        const { name, title, source, inputSize } = network;
        const of = network.topology(inputSize);
        return { name, title, source, inputSize, layers: of.layers.length, ...totals(of) };
    });
    if (json) {
        print(jsonText(all));
        return;
    }
    const lines = all.map(({ name, inputSize, layers, parameters, products }) => [name, inputSize.join('x'), String(layers), grouped(parameters), grouped(products)]);
    print(borderless(['network', 'input', 'layers', 'parameters', 'products'], 1, lines));
    print(`\n${all.map(({ name, title, source }) => `${name}: ${title}\n  ${source}`).join('\n')}`);
}
function figures(layer, batch) {
    const output = outputShape(layer, 1).slice(1);
    const images = BigInt(batch);
    return {
        output,
        weights: weightCount(layer),
        parameters: parameterCount(layer),
        outputs: BigInt(elementCount(output)) * images,
        products: BigInt(productCount(layer)) * images,
    };
}
function networkJson({ topology, inputSize, title, source, parameters, notes }, batch) {
    const { products, additions, ...sizes } = totals(topology);
    return {
        network: topology.name,
        title,
        source,
        inputSize,
        batch,
        layers: topology.layers.map((layer) => ({ ...layer, ...figures(layer, batch) })),
        additions: topology.additions,
        notes,
        totals: { ...sizes, parameters, products: BigInt(products) * BigInt(batch), additions: BigInt(additions) * BigInt(batch) },
    };
}
function networkText({ topology, inputSize, title, source, parameters, notes }, batch) {
    const lines = topology.layers.map((layer) => {
        const { output, weights, outputs, products } = figures(layer, batch);
        const side = ([a, b]) => (a === b ? String(a) : `${a},${b}`);
        const geometry = layer.kind === 'fc' ? ['', '', '', ''] : [layer.kernel.join('x'), side(layer.stride), side(layer.padding), side(layer.dilation)];
        return [
            layer.name,
            layer.kind,
            [layer.normalized ? 'BN' : '', layer.bias ? 'bias' : ''].filter(Boolean).join(', '),
            [layer.ci, ...layer.input].join('x'),
            output.join('x'),
            ...geometry,
            String(layer.groups),
            ...[weights, outputs, products].map(grouped),
        ];
    });
    const head = ['layer', 'kind', 'with', 'input', 'output', 'kernel', 'stride', 'padding', 'dilation', 'groups', 'weights', 'outputs', 'products'];
    return `${topology.name} at ${inputSize.join('x')}, batch ${grouped(batch)}: ${title}\n${source}\n\n${borderless(head, 3, lines)}\n\n${[totalsText({ ...totals(topology), parameters }, topology.additions.length, batch), ...notes].join('\n')}`;
}
function totalsText({ parameters, weights, products, additions }, count, batch) {
    const times = (value) => grouped(BigInt(value) * BigInt(batch));
    const residual = count === 0 ? '' : `; ${count} residual additions of ${times(additions)} elements`;
    return `${grouped(parameters)} parameters, ${grouped(weights)} of them weights; ${times(products)} products${residual}`;
}
//# sourceMappingURL=networks.js.map