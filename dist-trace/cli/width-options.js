/** The options of `mlsim width`, and which of them go with what is asked. */
import { InvalidArgumentError, Option } from 'commander';
import { InputError, show } from "../bits/check.js";
import { addConvolutionOptions } from "./convolution-job.js";
import { layerSizes, pair } from "./options.js";
/** Adds the options of `conv` that say what is multiplied, none of them mandatory. @param donor an empty command */
export function addOperandOptions(command, donor) {
    for (const option of addConvolutionOptions(donor).options) {
        option.makeOptionMandatory(false);
        if (option.long === '--input-size')
            option.argParser(pair);
        option.description = DESCRIPTIONS[option.long ?? ''] ?? option.description;
        command.addOption(option);
    }
    return command;
}
const DESCRIPTIONS = {
    '--pass': 'which convolution (default: all three; with --data it must be said)',
    '--input-size': "the network's or the kernel's input; with --data that of the forward pass, for input-grad",
};
/** `3x3`, `3,3` or `3`. */
export function kernelOption() {
    return new Option('--kernel <n|khxkw>', 'worst case of a kernel, such as 3x3').argParser((text) => {
        const sides = /^\d{1,4}([x,]\d{1,4})?$/.test(text) ? text.split(/[x,]/).map(Number) : [0];
        const sizes = [sides[0], sides[sides.length - 1]];
        if (sizes.includes(0))
            throw new InvalidArgumentError(`expected a kernel such as 3x3, found ${show(text)}`);
        return sizes;
    });
}
export function layerOption() {
    return new Option('--layer <co,ci,kh,kw,h,w>', 'worst case of one layer: channels, kernel and input size').argParser(layerSizes);
}
/** What is asked. */
export const SUBJECTS = ['network', 'kernel', 'layer', 'weights', 'data'];
const FORMATS = ['element', 'elementY', 'accWidth', 'json', 'csv'];
const WORST_CASE = [...FORMATS, 'scale', 'scaleY', 'pass', 'counterexample'];
const QUANTIZATION = ['scale', 'group', 'rounding', 'seed', 'randomBits', 'mantissaOverflow'];
const GEOMETRY = ['stride', 'padding', 'dilation'];
/** The options that go with each subject. */
const TAKES = {
    network: [...WORST_CASE, 'inputSize'],
    kernel: [...WORST_CASE, ...GEOMETRY, 'inputSize', 'kernel'],
    layer: [...WORST_CASE, ...GEOMETRY, 'groups', 'layer'],
    weights: [...FORMATS, ...QUANTIZATION, 'weights'],
    data: [...FORMATS, ...QUANTIZATION, ...GEOMETRY, 'scaleY', 'pass', 'groups', 'inputSize', 'kernelSize', 'treeWidth', 'flushToZero', 'tensorScale', 'datapath', 'data', 'tree', 'html'],
};
/**
 * What the command line asks for. @param operands how many arguments there are
 * @throws InputError where nothing is asked, two things at once, or an option that says nothing about it
 */
export function subjectOf(command, flags, operands) {
    const given = { network: operands > 0 && flags.data !== true, kernel: flags.kernel, layer: flags.layer, weights: flags.weights, data: flags.data };
    const asked = SUBJECTS.filter((one) => given[one] !== undefined && given[one] !== false);
    if (asked.length === 0)
        throw new InputError('width: expected a network, --kernel, --layer, --weights or --data, found none');
    if (asked.length > 1)
        throw new InputError(`width: expected one of network, --kernel, --layer, --weights and --data, found ${asked.join(' and ')}`);
    const [subject] = asked;
    const most = subject === 'data' ? 2 : 1;
    if (operands > most)
        throw new InputError(`width: expected ${most === 2 ? 'two operands' : 'one network'}, found ${operands} arguments`);
    const stray = command.options.find((option) => {
        const name = option.attributeName();
        return name !== 'debug' && command.getOptionValueSource(name) === 'cli' && !TAKES[subject].includes(name);
    });
    if (stray !== undefined)
        throw new InputError(`${stray.long ?? stray.flags}: ${STRAY[stray.attributeName()] ?? `says nothing about ${NOUNS[subject]}`}`);
    if (flags.json === true && flags.csv === true)
        throw new InputError('--csv: expected --json or --csv, found both');
    return subject;
}
const NOUNS = { network: 'a network', kernel: '--kernel', layer: '--layer', weights: '--weights', data: '--data' };
const STRAY = {
    accOverflow: 'both modes are reported, and neither changes which groups overflow',
    html: 'only --data has charts',
    tree: 'only --data has sums to measure',
};
//# sourceMappingURL=width-options.js.map