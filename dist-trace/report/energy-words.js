import { PASS_TITLES } from "../energy/findings.js";
import { outputShape } from "../networks/layer.js";
import { amountText } from "./energy-amounts.js";
export const CHARGE_PASS_TITLES = {
    ...PASS_TITLES,
    backward: 'residual additions, backward',
    step: 'no pass of their own',
};
/** Titles of rows for a narrow place. */
export const SHORT_ROW_TITLES = {
    convMul: 'mul',
    convLocalAcc: 'local acc.',
    convGroupScale: 'group scale',
    convTreeAdd: 'adder tree',
    bn: 'BN',
    fc: 'FC',
    sgd: 'SGD',
    ewAdd: 'residual',
    dqActivation: 'quant. A, E',
    dqWeight: 'quant. W',
};
/** An arithmetic's name in a sentence. */
export function prose(arithmetic) {
    return arithmetic.toUpperCase();
}
/** A unit's name with its prefix as it is printed. */
export function unitText({ name }) {
    return name === 'uJ' ? 'µJ' : name;
}
/** `1 729.86 µJ`, which no line break divides. */
export function energyText(energy_fJ, unit) {
    return `${amountText(energy_fJ, unit)} ${unitText(unit)}`.replaceAll(' ', '\u00a0');
}
/** An integer in groups of three digits: 1 234 567. */
export function thousands(value) {
    return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
export function workloadText({ workload, batch }) {
    const images = `${thousands(batch)} ${batch === 1 ? 'image' : 'images'}`;
    return workload === 'training' ? `training, one step on ${images}` : `inference on ${images}`;
}
/** `64x56x56 to 128x28x28, 3x3`. */
export function layerText(layer) {
    if (layer.kind === 'fc')
        return `${layer.ci} to ${layer.co}, fully connected`;
    const output = outputShape(layer, 1).slice(1).join('x');
    return `${[layer.ci, ...layer.input].join('x')} to ${output}, ${kernelText(layer)}`;
}
/** `3x3`, `3x3 depthwise`, `3x3 in 4 channel groups`. */
export function kernelText({ kernel, groups, ci }) {
    const size = kernel.join('x');
    if (groups === 1)
        return size;
    return groups === ci ? `${size} depthwise` : `${size} in ${groups} channel groups`;
}
/** What a place is: its layer, or a residual addition. */
export function placeText({ request }, position) {
    const { layers } = request.topology;
    return position < layers.length ? layerText(layers[position]) : 'residual addition';
}
//# sourceMappingURL=energy-words.js.map