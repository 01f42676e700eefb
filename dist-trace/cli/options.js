/** Command line values: from text to numbers and formats, with the option's name in each error. */
import { InvalidArgumentError, Option } from 'commander';
import { InputError, show } from "../bits/check.js";
import { elementFormat } from "../formats/element.js";
import { MANTISSA_OVERFLOWS, ROUNDINGS } from "../formats/element-quantizer.js";
import { groupScaleFormat } from "../formats/group-scale.js";
import { GROUPINGS, MAX_SEED } from "../formats/quantize.js";
import { mlsDescription } from "../sim/mls-datapath.js";
/** Turns an InputError of `parse` into the error of the option that commander reports. */
function parser(parse) {
    return (text) => {
        try {
            return parse(text);
        }
        catch (error) {
            if (error instanceof InputError)
                throw new InvalidArgumentError(error.message);
            throw error;
        }
    };
}
/** A decimal integer in a range. */
export function integer(low, high) {
    return parser((text) => {
        const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
        if (!(value >= low && value <= high))
            throw new InputError(`expected an integer from ${low} to ${high}, found ${show(text)}`);
        return value;
    });
}
/** `a,b`. */
function twoIntegers(text, names) {
    const match = /^(\d{1,9}),(\d{1,9})$/.exec(text);
    if (match === null)
        throw new InputError(`expected ${names}, found ${show(text)}`);
    return [Number(match[1]), Number(match[2])];
}
/** `h,w`, or `n` for both. */
export const pair = parser((text) => {
    const both = /^\d{1,9}$/.test(text);
    return both ? [Number(text), Number(text)] : twoIntegers(text, 'n or h,w');
});
/** `h,w` with both said. */
export const size = parser((text) => twoIntegers(text, 'h,w'));
/** `E,M`. */
export const element = parser((text) => elementFormat(...twoIntegers(text, 'E,M')));
/** `Eg,Mg`. */
export const scale = parser((text) => groupScaleFormat(...twoIntegers(text, 'Eg,Mg')));
/** A 64-bit seed, decimal or 0x-hexadecimal. */
export const seed = parser((text) => {
    const value = /^(\d{1,20}|0x[0-9a-f]{1,16})$/i.test(text) ? BigInt(text) : -1n;
    if (value < 0n || value > MAX_SEED)
        throw new InputError(`expected an integer from 0 to ${MAX_SEED}, found ${show(text)}`);
    return value;
});
const { operand, groupScale } = mlsDescription;
export const DEFAULT_ELEMENT = elementFormat(operand.exponentBits.default, operand.mantissaBits.default);
export const DEFAULT_SCALE = groupScaleFormat(groupScale.exponentBits.default, groupScale.mantissaBits.default);
/** `--element E,M` with its default. */
export function elementOption(flags = '--element <E,M>', about = 'element format: exponent bits 0..5, mantissa bits 0..10') {
    return new Option(flags, about).argParser(element).default(DEFAULT_ELEMENT, `${DEFAULT_ELEMENT.E},${DEFAULT_ELEMENT.M}`);
}
/** `--scale Eg,Mg` with its default. */
export function scaleOption(flags = '--scale <Eg,Mg>', about = 'group scale format: exponent bits 1..8, mantissa bits 0 or 1') {
    return new Option(flags, about).argParser(scale).default(DEFAULT_SCALE, `${DEFAULT_SCALE.Eg},${DEFAULT_SCALE.Mg}`);
}
/** Adds the options of a quantization. */
export function addQuantizationOptions(command) {
    return command
        .addOption(elementOption())
        .addOption(scaleOption())
        .addOption(new Option('--group <dims>', 'dimensions with scales of their own').choices(GROUPINGS).default('nc'))
        .addOption(roundingOption())
        .option('--seed <n>', 'seed of the random integers (Philox4x32-10), 0..2^64-1; with --rounding stochastic (default: 0)', seed)
        .addOption(randomBitsOption())
        .addOption(mantissaOverflowOption());
}
export function roundingOption() {
    return new Option('--rounding <mode>', 'how an element is rounded; nearest has ties to even').choices(ROUNDINGS).default('nearest');
}
export function randomBitsOption() {
    return new Option('--random-bits <k>', 'bits of a random integer, 1..24').argParser(integer(1, 24)).default(16);
}
export function mantissaOverflowOption() {
    return new Option('--mantissa-overflow <mode>', 'a mantissa that rounds up to the next exponent').choices(MANTISSA_OVERFLOWS).default('clip');
}
/** @throws InputError for a source of random integers without stochastic rounding */
export function requireStochastic(option, given, rounding) {
    if (given && rounding !== 'stochastic')
        throw new InputError(`${option}: only --rounding stochastic takes random integers, found --rounding ${rounding}`);
}
/** `--input NAME=d0,d1,...`, which may be given for each input of an ONNX file. */
export function onnxInputOption() {
    return new Option('--input <name=d0,d1,...>', 'dimensions of an input of an ONNX file that leaves them open; give it again for another input').argParser(namedDims);
}
function namedDims(text, before = {}) {
    const match = /^(.+)=(\d{1,9}(?:,\d{1,9})*)$/.exec(text);
    if (match === null)
        throw new InvalidArgumentError(`expected NAME=d0,d1,..., found ${show(text)}`);
    return Object.fromEntries([...Object.entries(before), [match[1], match[2].split(',').map(Number)]]);
}
/** `co,ci,kh,kw,h,w`. */
export const layerSizes = parser((text) => {
    const sizes = /^\d{1,7}(,\d{1,7}){5}$/.test(text) ? text.split(',').map(Number) : [];
    if (sizes.length !== 6 || sizes.includes(0))
        throw new InputError(`expected co,ci,kh,kw,h,w of at least 1, found ${show(text)}`);
    const [co, ci, kh, kw, h, w] = sizes;
    return { co, ci, kernel: [kh, kw], input: [h, w] };
});
//# sourceMappingURL=options.js.map