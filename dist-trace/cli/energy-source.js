/** Where `mlsim energy` and `mlsim networks` get a network from: what is built in, or an ONNX file. */
import { basename } from 'node:path';
import { InputError, show } from "../bits/check.js";
import { readOnnxFile } from "../io/onnx-file.js";
import { networkNamed, NETWORKS } from "../networks/networks.js";
import { totals } from "../networks/totals.js";
import { grouped } from "./print.js";
/**
 * The topology that a command line names: a built-in network, or else an ONNX file.
 * @throws InputError for a name that is neither, and for an input too small or too large
 */
export async function sourcedTopology(name, flags) {
    if (flags.inputSize?.includes(0) === true)
        throw new InputError(`--input-size: expected at least 1x1, found ${flags.inputSize.join('x')}`);
    const isFile = /\.onnx$/i.test(name) && !NETWORKS.some((network) => network.name === name);
    if (isFile)
        return onnxSource(name, flags);
    if (flags.input !== undefined)
        throw new InputError(`--input: only an ONNX file has inputs by name, found ${show(name)}`);
    const network = networkNamed(name);
    const size = flags.inputSize ?? network.inputSize;
    const topology = network.topology(size);
    return { topology, inputSize: size, title: network.title, source: network.source, parameters: totals(topology).parameters, notes: [] };
}
async function onnxSource(path, { inputSize, input }) {
    const { subject, bytes, readExternal } = readOnnxFile(path);
    const { onnxTopology, parseOnnx } = await import("../networks/onnx/onnx.js");
    const model = await parseOnnx(subject, bytes, readExternal);
    const { topology, inputs, uncounted, notes, parameters } = onnxTopology(model, { inputSize, inputs: input });
    const first = topology.layers.find((layer) => layer.fromInput) ?? topology.layers[0];
    return {
        topology: { ...topology, name: printable(basename(path)) },
        inputSize: inputSize ?? first.input,
        title: 'ONNX model',
        source: inputs.map(({ name, dims }) => `input ${show(name)} [${dims.join(',')}]`).join(', '),
        parameters,
        notes: [...notes, ...uncounted.map(uncountedText)],
    };
}
/** A file's name on one line. */
function printable(name) {
    return name.replaceAll(/\p{C}/gu, '?');
}
function uncountedText({ operator, nodes, elements, products }) {
    const how = products > 0 ? `${grouped(products)} products of two activations an image` : `up to ${grouped(elements)} operations an image`;
    return `${operator} (${nodes} ${nodes === 1 ? 'node' : 'nodes'}, ${how}) is in no sum: the model has no row for it`;
}
//# sourceMappingURL=energy-source.js.map