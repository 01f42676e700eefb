/** The units that `mlsim vectors` knows, with the options of their parameters: those of `mlsim eval`. */
import { Option } from 'commander';
import { accumulatorCases } from "../golden/cases/accumulator.js";
import { adderTreeCases } from "../golden/cases/adder-tree.js";
import { fp32AdderCases, fp32MultiplierCases } from "../golden/cases/fp32-units.js";
import { groupScalerCases } from "../golden/cases/group-scaler.js";
import { intToFp32Cases } from "../golden/cases/int-to-fp32.js";
import { multiplierCases } from "../golden/cases/multiplier.js";
import { quantizerCases } from "../golden/cases/quantizer.js";
import { tensorScaleCases } from "../golden/cases/tensor-scale.js";
import { peSource } from "../golden/pe/source.js";
import { unitSource } from "../golden/unit-source.js";
import { DEFAULT_ARRAY, MAX_INTERLEAVE, MAX_LATENCY } from "../sim/cycle/parameters.js";
import { mlsDescription } from "../sim/mls-datapath.js";
import { scaledSumBits } from "../units/group-scaler.js";
import { ACCUMULATOR_OVERFLOWS } from "../units/local-accumulator.js";
import { element, elementOption, integer, mantissaOverflowOption, randomBitsOption, roundingOption, scale, scaleOption } from "./options.js";
const elements = (command) => {
    command.addOption(elementOption()).option('--element-y <E,M>', 'format of y (default: that of x)', element);
};
const scales = (command) => {
    command.addOption(scaleOption()).option('--scale-y <Eg,Mg>', 'group scale format of y (default: that of x)', scale);
};
const accWidth = (command) => {
    const { low, high, default: value } = mlsDescription.localAccumulation.width;
    command.option('--acc-width <A>', `bits of the accumulator, ${low}..${high}`, integer(low, high), value);
};
const accOverflow = (command) => {
    command.addOption(new Option('--acc-overflow <mode>', 'a sum outside of A bits').choices(ACCUMULATOR_OVERFLOWS).default('wrap'));
};
const treeWidth = (command) => {
    const { low, high, default: value } = mlsDescription.tree.width;
    command.option('--tree-width <T>', 'lanes, a power of two, 1..1024', integer(low, high), value);
};
const flushToZero = (command) => {
    command.option('--flush-to-zero', 'subnormal operands and results become zeros of their sign');
};
const quantization = (command) => {
    [elementOption(), scaleOption(), roundingOption(), randomBitsOption(), mantissaOverflowOption()].forEach((option) => command.addOption(option));
};
const pipeline = (command) => {
    command
        .option('--fp-add-latency <Lf>', 'cycles of a binary32 addition', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpAddLatency)
        .option('--fp-mul-latency <Lm>', 'cycles of a binary32 multiplication', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpMulLatency)
        .option('--interleave <I>', 'running-sum registers: outputs that can take turns chunk by chunk', integer(1, MAX_INTERLEAVE), DEFAULT_ARRAY.interleave)
        .option('--no-tensor-scale', 'no stage Z: the output is the sum');
};
function policyOf(flags) {
    return { flushToZero: flags.flushToZero === true };
}
/** A unit whose commands have a set of options. */
function unit(name, summary, options, cases) {
    return {
        name,
        summary,
        addOptions: (command) => { options.forEach((add) => { add(command); }); },
        // Commander gives every option that the unit has, and `cases` reads no other.
        source: (flags, setOptions) => unitSource(cases(flags), setOptions),
    };
}
const peUnit = {
    name: 'pe',
    summary: 'the processing element: inputs, outputs and every register, cycle by cycle',
    addOptions: (command) => {
        [elements, scales, accWidth, accOverflow, treeWidth, flushToZero, pipeline].forEach((add) => { add(command); });
    },
    source: (flags, { level, seed, count }) => peSource(peParameters(flags), { level, seed, ...(count === undefined ? {} : { count }) }),
};
function peParameters(flags) {
    return {
        ...flags,
        elementY: flags.elementY ?? flags.element,
        scaleY: flags.scaleY ?? flags.scale,
        contexts: flags.interleave,
        flushToZero: flags.flushToZero === true,
    };
}
export const VECTOR_UNITS = [
    unit('multiplier', 'two element codes to their integer product', [elements], (flags) => multiplierCases(flags.element, flags.elementY ?? flags.element)),
    unit('accumulator', 'one step of the local accumulator', [accWidth, accOverflow, elements], (flags) => accumulatorCases({ width: flags.accWidth, overflow: flags.accOverflow }, flags.element, flags.elementY ?? flags.element)),
    unit('group-scaler', "a group's sum times both group scales", [accWidth, elements, scales], (flags) => groupScalerCases(flags.accWidth, { element: flags.element, scale: flags.scale }, { element: flags.elementY ?? flags.element, scale: flags.scaleY ?? flags.scale })),
    unit('int-to-fp32', 'a scaled sum to binary32', [accWidth, scales, flushToZero], (flags) => intToFp32Cases(scaledSumBits(flags.accWidth, flags.scale, flags.scaleY ?? flags.scale), policyOf(flags))),
    unit('fp32-adder', 'binary32 addition, nearest-even', [flushToZero], (flags) => fp32AdderCases(policyOf(flags))),
    unit('fp32-multiplier', 'binary32 multiplication, nearest-even', [flushToZero], (flags) => fp32MultiplierCases(policyOf(flags))),
    unit('adder-tree', 'one chunk of T lanes to its sum, without the running sum', [treeWidth, flushToZero], (flags) => adderTreeCases(flags.treeWidth, policyOf(flags))),
    unit('tensor-scale', 'a sum times S_z = scale_x x scale_y', [flushToZero], (flags) => tensorScaleCases(policyOf(flags))),
    unit('quantizer', 'a binary32 number to its element code, given its scales', [quantization], (flags) => quantizerCases(flags.element, flags.scale, flags)),
    peUnit,
];
//# sourceMappingURL=vectors-units.js.map