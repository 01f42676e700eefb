import { CONV_PASSES } from "./counts.js";
export const PASS_TITLES = { forward: 'forward', weightGradient: 'weight gradient', inputGradient: 'input gradient' };
export function findings(request, tables) {
    const losses = tables.flatMap((under) => tableLosses(request.topology.layers, request.workload, under));
    const named = tables.length > 1;
    return [
        ...losses.map((loss) => ({ kind: 'loss', text: `${named ? `${loss.table}: ` : ''}${lossText(loss, request)}`, loss })),
        ...tables.flatMap((under) => assumptions(under)),
        ...leftOut(request),
        ...(request.notes ?? []).map((text) => ({ kind: 'left-out', text })),
    ];
}
/** Where the others are cheaper than MLS under a table, at least in one pass of one layer. */
export function tableLosses(layers, workload, { table, arithmetics }) {
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
    if (mls === undefined)
        return [];
    return arithmetics
        .filter((other) => other !== mls)
        .map((other) => ({
        table: table.name,
        arithmetic: other.arithmetic,
        layers: layers.flatMap((layer, i) => (layer.kind === 'conv' ? layerLoss(layer, workload, mls.places[i], other.places[i]) : [])),
        inTotal: other.total < mls.total,
    }))
        .filter(({ layers: found, inTotal }) => found.length > 0 || inTotal);
}
function layerLoss({ name, kernel }, workload, mls, other) {
    // In inference the quantization of activations is part of the forward pass.
    const convolution = ({ passes: energies, rows }, pass) => energies[pass] - (workload === 'inference' ? rows.dqActivation : 0n);
    const passes = CONV_PASSES.filter((pass) => mls.passes[pass] > 0n && convolution(other, pass) < convolution(mls, pass));
    const wholeLayer = other.total < mls.total;
    return passes.length === 0 && !wholeLayer ? [] : [{ layer: name, kernel, passes, wholeLayer }];
}
function lossText({ arithmetic, layers, inTotal }, { topology }) {
    const convolutions = topology.layers.filter(({ kind }) => kind === 'conv').length;
    const whole = layers.filter(({ wholeLayer }) => wholeLayer);
    const total = inTotal ? `${arithmetic} takes less energy than mls in total` : '';
    const caveat = arithmetic === 'int8' ? '; its cost is accuracy, which this model does not see' : '';
    if (whole.length === convolutions)
        return `${total}, and in each of the ${convolutions} convolutions${caveat}`;
    const inPasses = layers.filter(({ passes }) => passes.length > 0);
    const kernels = [...new Set(inPasses.map(({ kernel }) => kernel.join('x')))].join(', ');
    const passes = CONV_PASSES.filter((pass) => inPasses.some((layer) => layer.passes.includes(pass))).map((pass) => PASS_TITLES[pass]);
    const parts = [
        ...(inTotal ? [`${total}${caveat}`] : []),
        ...(inPasses.length === 0
            ? []
            : [`${arithmetic} is cheaper than mls in passes of ${inPasses.length} of ${convolutions} convolutions (kernel ${kernels}; ${passes.join(', ')}): ${list(inPasses)}`]),
        ...(whole.length === 0 ? [] : [`with quantization, ${arithmetic} is cheaper over all passes of ${whole.length}: ${list(whole)}`]),
    ];
    return parts.join('; ');
}
const LISTED = 8;
function list(layers) {
    const names = layers.slice(0, LISTED).map(({ layer }) => layer);
    return layers.length > LISTED ? `${names.join(', ')} and ${layers.length - LISTED} more` : names.join(', ');
}
function assumptions({ table, arithmetics }) {
    return arithmetics.flatMap(({ arithmetic }) => {
        const note = table.arithmetics[arithmetic]?.note;
        return note === undefined ? [] : [{ kind: 'assumption', text: `table ${table.name}, ${arithmetic}: ${note}` }];
    });
}
function leftOut({ workload, batch }) {
    const always = { kind: 'left-out', text: 'compute units only: no memory traffic, control or leakage; no bias, activation, pooling or loss function' };
    const inference = { kind: 'left-out', text: 'inference: batch normalization is folded into the convolutions, and weights are quantized beforehand' };
    const step = { kind: 'assumption', text: 'a batch is one training step: weights are updated and quantized once for all its images' };
    return [...(workload === 'inference' ? [inference] : batch > 1 ? [step] : []), always];
}
//# sourceMappingURL=findings.js.map