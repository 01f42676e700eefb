/** What `conv` and `trace` share: the operands, the convolution and the datapath that the command line describes. */
import { Option } from 'commander';
import { about } from "../bits/check.js";
import { convolution, OPERAND_NAMES, PASSES } from "../sim/convolution.js";
import { DATAPATHS } from "../sim/datapaths.js";
import { mlsDatapath, mlsDescription } from "../sim/mls-datapath.js";
import { requireTreeWidth } from "../units/adder-tree.js";
import { ACCUMULATOR_OVERFLOWS } from "../units/local-accumulator.js";
import { readOperand } from "./operand-file.js";
import { addQuantizationOptions, element, integer, pair, requireStochastic, scale, size } from "./options.js";
/** Adds the operands and the options of the convolution and its arithmetic. */
export function addConvolutionOptions(command) {
    const { width: accumulator } = mlsDescription.localAccumulation;
    const { width: tree } = mlsDescription.tree;
    command
        .argument('<X>', 'first operand: .npz of a quantized tensor, or .npy or model.onnx:node (its weights), quantized on the way')
        .argument('<Y>', 'second operand, the same')
        .addOption(new Option('--pass <pass>', 'which convolution').choices(PASSES).makeOptionMandatory())
        .option('--stride <n|h,w>', 'stride of the forward convolution', pair, [1, 1])
        .option('--padding <n|h,w>', 'symmetric zero padding', pair, [0, 0])
        .option('--dilation <n|h,w>', "distance of the kernel's taps", pair, [1, 1])
        .option('--groups <n>', 'channel groups', integer(1, 2 ** 20), 1)
        .option('--input-size <h,w>', 'input-grad: size of the forward input; needed where the stride is above 1', size)
        .option('--kernel-size <kh,kw>', 'weight-grad: size of the kernel; needed where stride or dilation is above 1', size)
        .option('--acc-width <A>', 'bits of the local accumulator, 4..64', integer(accumulator.low, accumulator.high), accumulator.default)
        .addOption(new Option('--acc-overflow <mode>', 'a sum outside of A bits').choices(ACCUMULATOR_OVERFLOWS).default('wrap'))
        .option('--tree-width <T>', 'lanes of the adder tree, a power of two, 1..1024', integer(tree.low, tree.high), tree.default)
        .option('--flush-to-zero', 'subnormal binary32 operands and results become zeros')
        .option('--no-tensor-scale', 'leave the sums without S_z')
        .addOption(new Option('--datapath <name>', 'arithmetic (see mlsim datapaths)').choices(DATAPATHS.map(({ name }) => name)).default('mls'));
    return addQuantizationOptions(command)
        .option('--element-y <E,M>', 'element format of the second operand (default: that of --element)', element)
        .option('--scale-y <Eg,Mg>', 'group scale format of the second operand (default: that of --scale)', scale);
}
/** The operands of each pass, for a help text. */
export const OPERANDS_HELP = `Operands and output of each pass:
${PASSES.map((pass) => `  ${pass.padEnd(12)} X ${OPERAND_NAMES[pass].x}, Y ${OPERAND_NAMES[pass].y} -> ${OPERAND_NAMES[pass].output}`).join('\n')}

--element, --scale, --group, --rounding, --seed, --random-bits and --mantissa-overflow are for .npy and .onnx operands; an .npz has its own formats.`;
/** Reads the operands and puts the convolution together. @throws InputError */
export async function prepareConvolution(xPath, yPath, flags) {
    requireStochastic('--seed', flags.seed !== undefined, flags.rounding);
    about('--tree-width', () => requireTreeWidth(flags.treeWidth));
    const x = await readOperand(xPath, quantization(flags, flags.element, flags.scale, 0));
    const y = await readOperand(yPath, quantization(flags, flags.elementY ?? flags.element, flags.scaleY ?? flags.scale, 1));
    const { stride, padding, dilation, groups, inputSize, kernelSize } = flags;
    const options = { stride, padding, dilation, groups, inputSize, kernelSize };
    const conv = about(`${xPath}, ${yPath}`, () => convolution(flags.pass, x.shape, y.shape, options));
    const datapath = mlsDatapath({
        x,
        y,
        accumulatorWidth: flags.accWidth,
        accumulatorOverflow: flags.accOverflow,
        treeWidth: flags.treeWidth,
        subnormals: { flushToZero: flags.flushToZero === true },
        tensorScale: flags.tensorScale,
    });
    return { conv, datapath, x, y };
}
function quantization(flags, format, scaleFormat, stream) {
    const { group: grouping, rounding, mantissaOverflow, randomBits, seed = 0n } = flags;
    return { element: format, scaleFormat, grouping, rounding, mantissaOverflow, randomBits, random: { seed, stream } };
}
//# sourceMappingURL=convolution-job.js.map