/** The integer units as filters: multiplier, accumulator, group-scaler, int-to-fp32. */
import { Option } from 'commander';
import { mlsDescription } from "../../sim/mls-datapath.js";
import { LSB_EXPONENT_BITS, scaledSumBits, scaleGroup } from "../../units/group-scaler.js";
import { intToFp32 } from "../../units/int-to-fp32.js";
import { accumulate, ACCUMULATOR_OVERFLOWS } from "../../units/local-accumulator.js";
import { multiply, productBits } from "../../units/multiplier.js";
import { element, elementOption, integer, scale, scaleOption } from "../options.js";
import { requireWords } from "./unit.js";
import { parseSigned, parseWord, signedText, wordText } from "./words.js";
function addElements(command) {
    command.addOption(elementOption()).option('--element-y <E,M>', 'format of y (default: that of x)', element);
}
function addScales(command) {
    command.addOption(scaleOption()).option('--scale-y <Eg,Mg>', 'group scale format of y (default: that of x)', scale);
}
function addAccumulatorWidth(command) {
    const { low, high, default: value } = mlsDescription.localAccumulation.width;
    command.option('--acc-width <A>', `bits of the accumulator, ${low}..${high}`, integer(low, high), value);
}
export const multiplierUnit = {
    name: 'multiplier',
    summary: 'two element codes to their integer product',
    lines: "x y -> product (two's complement, magnitude bits of x + of y + 1: 15 bits for <2,4>)",
    example: { input: '3f 5f', output: '70fc' },
    addOptions: addElements,
    prepare: (flags) => {
        const x = flags.element;
        const y = flags.elementY ?? x;
        const width = productBits(x, y);
        return (words) => {
            requireWords(words, 'x y', 2);
            return signedText(multiply(x, parseWord(words[0], { name: 'x', width: x.codeBits }), y, parseWord(words[1], { name: 'y', width: y.codeBits })), width);
        };
    },
};
export const accumulatorUnit = {
    name: 'accumulator',
    summary: 'one step of the local accumulator',
    lines: 'first sum overflow product -> sum overflow (sum: A bits; product: as the multiplier gives it; first and overflow: 1 bit)',
    example: { options: '--acc-width 16', input: '0 7fff 0 0001', output: '8000 1' },
    addOptions: (command) => {
        addAccumulatorWidth(command);
        command.addOption(new Option('--acc-overflow <mode>', 'a sum outside of A bits').choices(ACCUMULATOR_OVERFLOWS).default('wrap'));
        addElements(command);
    },
    prepare: (flags) => {
        const width = flags.accWidth;
        const format = { width, overflow: flags.accOverflow };
        const productWidth = productBits(flags.element, flags.elementY ?? flags.element);
        return (words) => {
            requireWords(words, 'first sum overflow product', 4);
            const first = parseWord(words[0], { name: 'first', width: 1 }) === 1;
            const old = { sum: parseSigned(words[1], { name: 'sum', width }), overflow: parseWord(words[2], { name: 'overflow', width: 1 }) === 1 };
            const next = accumulate(format, old, parseSigned(words[3], { name: 'product', width: productWidth }), first);
            return `${signedText(next.sum, width)} ${next.overflow ? 1 : 0}`;
        };
    },
};
export const groupScalerUnit = {
    name: 'group-scaler',
    summary: "a group's sum times both group scales",
    lines: `sum scale_x scale_y -> q lsb (sum: A bits; scales: codes; q: A + 4 bits, or A with Mg = 0; lsb: ${LSB_EXPONENT_BITS} bits, signed: value = q x 2^lsb)`,
    example: { options: '--acc-width 16', input: '0064 1 3', output: '00384 7ef' },
    addOptions: (command) => {
        addAccumulatorWidth(command);
        addElements(command);
        addScales(command);
    },
    prepare: (flags) => {
        const x = flags.scale;
        const y = flags.scaleY ?? x;
        const elementLsb = flags.element.lsb + (flags.elementY ?? flags.element).lsb;
        const width = scaledSumBits(flags.accWidth, x, y);
        return (words) => {
            requireWords(words, 'sum scale_x scale_y', 3);
            const sum = parseSigned(words[0], { name: 'sum', width: flags.accWidth });
            const xCode = parseWord(words[1], { name: 'scale_x', width: x.codeBits });
            const yCode = parseWord(words[2], { name: 'scale_y', width: y.codeBits });
            const { q, lsb } = scaleGroup(sum, elementLsb, { format: x, code: xCode }, { format: y, code: yCode });
            return `${signedText(q, width)} ${signedText(BigInt(lsb), LSB_EXPONENT_BITS)}`;
        };
    },
};
export const intToFp32Unit = {
    name: 'int-to-fp32',
    summary: 'a scaled sum to binary32',
    lines: `q lsb -> binary32 (q and lsb as the group-scaler gives them)`,
    example: { options: '--acc-width 16', input: '00384 7ef', output: '3be10000' },
    addOptions: (command) => {
        addAccumulatorWidth(command);
        addScales(command);
        command.option('--flush-to-zero', 'a subnormal result becomes zero');
    },
    prepare: (flags) => {
        const width = scaledSumBits(flags.accWidth, flags.scale, flags.scaleY ?? flags.scale);
        const policy = { flushToZero: flags.flushToZero === true };
        return (words) => {
            requireWords(words, 'q lsb', 2);
            const lsb = Number(parseSigned(words[1], { name: 'lsb', width: LSB_EXPONENT_BITS }));
            return wordText(intToFp32(parseSigned(words[0], { name: 'q', width }), lsb, policy).bits, 32);
        };
    },
};
//# sourceMappingURL=integer-units.js.map