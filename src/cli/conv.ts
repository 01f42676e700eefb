/** `mlsim conv`. */
import { Command, Option } from 'commander';
import { about } from '../bits/check.ts';
import type { ElementFormat } from '../formats/element.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import type { QuantizeOptions } from '../formats/quantize.ts';
import { openOutput } from '../io/atomic-file.ts';
import { writeNpy } from '../io/npy.ts';
import { convolution, OPERAND_NAMES, PASSES, type ConvolutionOptions, type Pair, type Pass } from '../sim/convolution.ts';
import { convolving } from '../sim/convolve.ts';
import { runCycle, type CycleResult } from '../sim/cycle/run-cycle.ts';
import { DATAPATHS } from '../sim/datapaths.ts';
import { mlsDatapath, mlsDescription } from '../sim/mls-datapath.ts';
import type { ConvolutionResult } from '../sim/result.ts';
import { ACCUMULATOR_OVERFLOWS, type AccumulatorOverflow } from '../units/local-accumulator.ts';
import { requireTreeWidth } from '../units/adder-tree.ts';
import { addArrayOptions, rejectArrayOptions, type ArrayFlags } from './array-options.ts';
import { readOperand } from './operand-file.ts';
import { addQuantizationOptions, element, integer, pair, requireStochastic, scale, size, type QuantizationFlags } from './options.ts';
import { duration, grouped, jsonText, print } from './print.ts';
import { work } from './work.ts';

interface Flags extends QuantizationFlags, ArrayFlags {
  readonly pass: Pass;
  readonly output: string;
  readonly elementY?: ElementFormat;
  readonly scaleY?: GroupScaleFormat;
  readonly stride: Pair;
  readonly padding: Pair;
  readonly dilation: Pair;
  readonly groups: number;
  readonly inputSize?: Pair;
  readonly kernelSize?: Pair;
  readonly accWidth: number;
  readonly accOverflow: AccumulatorOverflow;
  readonly treeWidth: number;
  readonly flushToZero?: boolean;
  readonly tensorScale: boolean;
  readonly engine: 'functional' | 'cycle';
  readonly json?: boolean;
}

export function convCommand(): Command {
  const { width: accumulator } = mlsDescription.localAccumulation;
  const { width: tree } = mlsDescription.tree;
  const command = new Command('conv')
    .description('Run one of the three convolutions of training on the simulated datapath.')
    .argument('<X>', 'first operand: .npz of a quantized tensor, or .npy, quantized on the way')
    .argument('<Y>', 'second operand, the same')
    .addOption(new Option('--pass <pass>', 'which convolution').choices(PASSES).makeOptionMandatory())
    .requiredOption('-o, --output <Z.npy>', 'output, <f4')
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
    .addOption(new Option('--datapath <name>', 'arithmetic (see mlsim datapaths)').choices(DATAPATHS.map(({ name }) => name)).default('mls'))
    .addOption(new Option('--engine <name>', 'how it is simulated').choices(['functional', 'cycle']).default('functional'))
    .option('--threads <n>', 'at most so many threads; today every engine runs on one', integer(1, 1024));
  addArrayOptions(command);
  return addQuantizationOptions(command)
    .option('--element-y <E,M>', 'element format of the second operand (default: that of --element)', element)
    .option('--scale-y <Eg,Mg>', 'group scale format of the second operand (default: that of --scale)', scale)
    .option('--json', 'print { pass, shape, counts, overflow }, and cycles with --engine cycle')
    .addHelpText(
      'after',
      `
Operands and output of each pass:
${PASSES.map((pass) => `  ${pass.padEnd(12)} X ${OPERAND_NAMES[pass].x}, Y ${OPERAND_NAMES[pass].y} -> ${OPERAND_NAMES[pass].output}`).join('\n')}

--element, --scale, --group, --rounding, --seed, --random-bits and --mantissa-overflow are for .npy operands; an .npz has its own formats.

Examples:
  mlsim conv --pass forward w.npz a.npz -o z.npy --padding 1
  mlsim conv --pass weight-grad e.npz a.npz -o g.npy --stride 2 --padding 1 --kernel-size 3,3 --acc-width 16 --json
  mlsim conv --pass forward w.npz a.npz -o z.npy --engine cycle --rows 8 --cols 8 --interleave 4
  mlsim conv --pass input-grad w.npy e.npy -o d.npy --element 2,1 --element-y 3,2 --stride 2 --padding 1 --input-size 56,56`,
    )
    .action(run);
}

async function run(xPath: string, yPath: string, flags: Flags, command: Command): Promise<void> {
  if (flags.engine === 'functional') rejectArrayOptions(command, flags.engine);
  requireStochastic('--seed', flags.seed !== undefined, flags.rounding);
  about('--tree-width', () => requireTreeWidth(flags.treeWidth));
  const x = await readOperand(xPath, quantization(flags, flags.element, flags.scale, 0));
  const y = await readOperand(yPath, quantization(flags, flags.elementY ?? flags.element, flags.scaleY ?? flags.scale, 1));
  const { stride, padding, dilation, groups, inputSize, kernelSize } = flags;
  const options: ConvolutionOptions = { stride, padding, dilation, groups, inputSize, kernelSize };
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
  const out = openOutput(flags.output);
  const start = performance.now();
  const result: ConvolutionResult & Partial<CycleResult> =
    flags.engine === 'cycle'
      ? await work(flags.pass, runCycle(conv, datapath, x, y, flags, groups))
      : await work(flags.pass, convolving(conv, datapath, x, y));
  const elapsed = performance.now() - start;
  writeNpy(out, '<f4', result.shape, new Float32Array(result.bits.buffer));
  out.commit();
  const { shape, counts, overflow, cycles } = result;
  if (flags.json === true) {
    print(jsonText({ pass: flags.pass, shape, counts, overflow, ...(cycles ? { cycles } : {}) }));
  } else {
    print(summary(flags, result, elapsed));
    if (cycles) print(cycleSummary(cycles));
  }
}

function quantization(flags: Flags, format: ElementFormat, scaleFormat: GroupScaleFormat, stream: number): QuantizeOptions {
  const { group: grouping, rounding, mantissaOverflow, randomBits, seed = 0n } = flags;
  return { element: format, scaleFormat, grouping, rounding, mantissaOverflow, randomBits, random: { seed, stream } };
}

/** Where the cycles went, and what they toggled. */
function cycleSummary({ total, issue, stall, drain, utilization, idleLanes, idleElements, toggles }: CycleResult['cycles']): string {
  return `  cycles      ${grouped(total)}: issue ${grouped(issue)}, stall ${grouped(stall)}, drain ${grouped(drain)}
  slots       ${(100 * utilization).toFixed(1)} % used; idle lane-cycles ${grouped(idleLanes)}, idle element-cycles ${grouped(idleElements)}
  toggles     ${Object.entries(toggles).map(([name, count]) => `${name} ${grouped(count)}`).join(', ')}`;
}

function summary(flags: Flags, { shape, counts, overflow }: ConvolutionResult, elapsed: number): string {
  const first = overflow.first === null ? '' : `, the first at output [${overflow.first.output.join(',')}] group ${overflow.first.group}`;
  return `${flags.output}: [${shape.join(',')}], ${flags.pass} in ${duration(elapsed)}
  operations  ${Object.entries(counts).map(([name, count]) => `${name} ${grouped(count as number)}`).join(', ')}
  overflow    ${grouped(overflow.groups)} of ${grouped(counts.groupScale)} groups left ${flags.accWidth} bits${first}`;
}
