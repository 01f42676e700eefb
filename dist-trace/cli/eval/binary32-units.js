import { InputError } from "../../bits/check.js";
import { mlsDescription } from "../../sim/mls-datapath.js";
import { adderTree, addLanes, requireTreeWidth } from "../../units/adder-tree.js";
import { addFp32 } from "../../units/fp32-adder.js";
import { multiplyFp32 } from "../../units/fp32-multiplier.js";
import { applyTensorScale, outputScale } from "../../units/tensor-scale.js";
import { integer } from "../options.js";
import { requireWords } from "./unit.js";
import { parseWord, wordText } from "./words.js";
function policyOf(flags) {
    return { flushToZero: flags.flushToZero === true };
}
function addFlushToZero(command) {
    command.option('--flush-to-zero', 'subnormal operands and results become zeros of their sign');
}
const A = { name: 'a', width: 32 };
const B = { name: 'b', width: 32 };
/** A unit of two operands, with Berkeley TestFloat's lines on request. */
function binaryUnit(name, summary, operation, example) {
    return {
        name,
        summary,
        lines: 'a b -> result (32 bits each)',
        example,
        addOptions: (command) => {
            addFlushToZero(command);
            command.option('--testfloat', "answer a, b, result and the five exception flags in Berkeley TestFloat's format (tininess after rounding); words after a b are ignored");
        },
        prepare: (flags) => {
            const policy = policyOf(flags);
            if (flags.testfloat !== true) {
                return (words) => {
                    requireWords(words, 'a b', 2);
                    return wordText(operation(parseWord(words[0], A), parseWord(words[1], B), policy).bits, 32);
                };
            }
            return (words) => {
                requireWords(words, 'a b [result [flags]]', 2, 4);
                const a = parseWord(words[0], A);
                const b = parseWord(words[1], B);
                const { bits, flags: raised } = operation(a, b, policy);
                return `${wordText(a, 32)} ${wordText(b, 32)} ${wordText(bits, 32)} ${wordText(raised, 8)}`.toUpperCase();
            };
        },
    };
}
export const adderUnit = binaryUnit('fp32-adder', 'binary32 addition, nearest-even', addFp32, { input: '3f800000 34000000', output: '3f800001' });
export const fp32MultiplierUnit = binaryUnit('fp32-multiplier', 'binary32 multiplication, nearest-even', multiplyFp32, {
    input: '40400000 3f000000',
    output: '3fc00000',
});
/** A packed bus: lane 0 in the least significant word. */
function unpackLanes(word, width) {
    const digits = word.replace(/^0x/i, '');
    if (width === 1 || digits.length !== 8 * width)
        return [word];
    return Array.from({ length: width }, (_, lane) => digits.slice(8 * (width - 1 - lane), 8 * (width - lane)));
}
export const adderTreeUnit = {
    name: 'adder-tree',
    summary: 'group terms to their sum: chunks of T lanes, pairwise, level by level, and a running sum',
    lines: 'term ... -> sum (32 bits each; a word of 8 x T digits is a packed bus of T lanes, lane 0 least significant; idle lanes are +0)',
    example: { options: '--tree-width 4', input: '3f800000 40000000 40400000', output: '40c00000' },
    addOptions: (command) => {
        const { low, high, default: value } = mlsDescription.tree.width;
        command.option('--tree-width <T>', 'lanes, a power of two, 1..1024', integer(low, high), value);
        command.option('--no-running-sum', 'only the tree: at most T terms, and the sum is not added to +0');
        addFlushToZero(command);
    },
    prepare: (flags) => {
        const width = requireTreeWidth(flags.treeWidth);
        const policy = policyOf(flags);
        return (words) => {
            const lanes = words.length === 1 ? unpackLanes(words[0], width) : words;
            const terms = lanes.map((word, lane) => parseWord(word, { name: `term ${lane}`, width: 32 }));
            if (flags.runningSum)
                return wordText(adderTree(terms, width, policy), 32);
            if (terms.length > width)
                throw new InputError(`expected at most ${width} terms, found ${terms.length}`);
            return wordText(addLanes([...terms, ...Array(width - terms.length).fill(0)], policy), 32);
        };
    },
};
export const tensorScaleUnit = {
    name: 'tensor-scale',
    summary: 'a sum times S_z = S_t(x) x S_t(y)',
    lines: 'sum scale_x scale_y -> output (32 bits each)',
    example: { input: '40c00000 3f000000 3e800000', output: '3f400000' },
    addOptions: addFlushToZero,
    prepare: (flags) => {
        const policy = policyOf(flags);
        return (words) => {
            requireWords(words, 'sum scale_x scale_y', 3);
            const [sum, x, y] = ['sum', 'scale_x', 'scale_y'].map((name, i) => parseWord(words[i], { name, width: 32 }));
            return wordText(applyTensorScale(sum, outputScale(x, y, policy), policy), 32);
        };
    },
};
//# sourceMappingURL=binary32-units.js.map