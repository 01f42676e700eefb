/** The units that `mlsim vectors` knows, with the options of their parameters: those of `mlsim eval`. */
import { Option, type Command } from 'commander';
import type { SubnormalPolicy } from '../bits/binary32.ts';
import type { ElementFormat } from '../formats/element.ts';
import type { ElementRounding } from '../formats/element-quantizer.ts';
import type { GroupScaleFormat } from '../formats/group-scale.ts';
import { accumulatorCases } from '../golden/cases/accumulator.ts';
import { adderTreeCases } from '../golden/cases/adder-tree.ts';
import { fp32AdderCases, fp32MultiplierCases } from '../golden/cases/fp32-units.ts';
import { groupScalerCases } from '../golden/cases/group-scaler.ts';
import { intToFp32Cases } from '../golden/cases/int-to-fp32.ts';
import { multiplierCases } from '../golden/cases/multiplier.ts';
import { quantizerCases } from '../golden/cases/quantizer.ts';
import { tensorScaleCases } from '../golden/cases/tensor-scale.ts';
import type { PeParameters } from '../golden/pe/parameters.ts';
import { peSource } from '../golden/pe/source.ts';
import type { UnitCases } from '../golden/unit-cases.ts';
import { unitSource, type SetOptions } from '../golden/unit-source.ts';
import type { VectorSource } from '../golden/vector-source.ts';
import { DEFAULT_ARRAY, MAX_INTERLEAVE, MAX_LATENCY } from '../sim/cycle/parameters.ts';
import { mlsDescription } from '../sim/mls-datapath.ts';
import { scaledSumBits } from '../units/group-scaler.ts';
import { ACCUMULATOR_OVERFLOWS, type AccumulatorOverflow } from '../units/local-accumulator.ts';
import { element, elementOption, integer, mantissaOverflowOption, randomBitsOption, roundingOption, scale, scaleOption } from './options.ts';

/** What `mlsim vectors` needs to know of a unit. */
export interface VectorUnit {
  readonly name: string;
  readonly summary: string;
  /** Adds the unit's parameters to its command. */
  addOptions(command: Command): void;
  /** The set for what the options of `addOptions` gave. @throws InputError */
  source(flags: object, options: SetOptions): VectorSource;
}

/** What all options together give; a unit has some of them. */
interface Flags extends ElementRounding {
  readonly element: ElementFormat;
  readonly elementY?: ElementFormat;
  readonly scale: GroupScaleFormat;
  readonly scaleY?: GroupScaleFormat;
  readonly accWidth: number;
  readonly accOverflow: AccumulatorOverflow;
  readonly treeWidth: number;
  readonly flushToZero?: boolean;
  readonly fpAddLatency: number;
  readonly fpMulLatency: number;
  readonly interleave: number;
  readonly tensorScale: boolean;
}

type AddOptions = (command: Command) => void;

const elements: AddOptions = (command) => {
  command.addOption(elementOption()).option('--element-y <E,M>', 'format of y (default: that of x)', element);
};
const scales: AddOptions = (command) => {
  command.addOption(scaleOption()).option('--scale-y <Eg,Mg>', 'group scale format of y (default: that of x)', scale);
};
const accWidth: AddOptions = (command) => {
  const { low, high, default: value } = mlsDescription.localAccumulation.width;
  command.option('--acc-width <A>', `bits of the accumulator, ${low}..${high}`, integer(low, high), value);
};
const accOverflow: AddOptions = (command) => {
  command.addOption(new Option('--acc-overflow <mode>', 'a sum outside of A bits').choices(ACCUMULATOR_OVERFLOWS).default('wrap'));
};
const treeWidth: AddOptions = (command) => {
  const { low, high, default: value } = mlsDescription.tree.width;
  command.option('--tree-width <T>', 'lanes, a power of two, 1..1024', integer(low, high), value);
};
const flushToZero: AddOptions = (command) => {
  command.option('--flush-to-zero', 'subnormal operands and results become zeros of their sign');
};
const quantization: AddOptions = (command) => {
  [elementOption(), scaleOption(), roundingOption(), randomBitsOption(), mantissaOverflowOption()].forEach((option) => command.addOption(option));
};

const pipeline: AddOptions = (command) => {
  command
    .option('--fp-add-latency <Lf>', 'cycles of a binary32 addition', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpAddLatency)
    .option('--fp-mul-latency <Lm>', 'cycles of a binary32 multiplication', integer(1, MAX_LATENCY), DEFAULT_ARRAY.fpMulLatency)
    .option('--interleave <I>', 'running-sum registers: outputs that can take turns chunk by chunk', integer(1, MAX_INTERLEAVE), DEFAULT_ARRAY.interleave)
    .option('--no-tensor-scale', 'no stage Z: the output is the sum');
};

function policyOf(flags: Flags): SubnormalPolicy {
  return { flushToZero: flags.flushToZero === true };
}

/** A unit whose commands have a set of options. */
function unit<Case>(name: string, summary: string, options: readonly AddOptions[], cases: (flags: Flags) => UnitCases<Case>): VectorUnit {
  return {
    name,
    summary,
    addOptions: (command) => { options.forEach((add) => { add(command); }); },
    // Commander gives every option that the unit has, and `cases` reads no other.
    source: (flags, setOptions) => unitSource(cases(flags as Flags), setOptions),
  };
}

const peUnit: VectorUnit = {
  name: 'pe',
  summary: 'the processing element: inputs, outputs and every register, cycle by cycle',
  addOptions: (command) => {
    [elements, scales, accWidth, accOverflow, treeWidth, flushToZero, pipeline].forEach((add) => { add(command); });
  },
  source: (flags, { level, seed, count }) => peSource(peParameters(flags as Flags), { level, seed, ...(count === undefined ? {} : { count }) }),
};

function peParameters(flags: Flags): PeParameters {
  return {
    ...flags,
    elementY: flags.elementY ?? flags.element,
    scaleY: flags.scaleY ?? flags.scale,
    contexts: flags.interleave,
    flushToZero: flags.flushToZero === true,
  };
}

export const VECTOR_UNITS: readonly VectorUnit[] = [
  unit('multiplier', 'two element codes to their integer product', [elements], (flags) => multiplierCases(flags.element, flags.elementY ?? flags.element)),
  unit('accumulator', 'one step of the local accumulator', [accWidth, accOverflow, elements], (flags) =>
    accumulatorCases({ width: flags.accWidth, overflow: flags.accOverflow }, flags.element, flags.elementY ?? flags.element),
  ),
  unit('group-scaler', "a group's sum times both group scales", [accWidth, elements, scales], (flags) =>
    groupScalerCases(flags.accWidth, { element: flags.element, scale: flags.scale }, { element: flags.elementY ?? flags.element, scale: flags.scaleY ?? flags.scale }),
  ),
  unit('int-to-fp32', 'a scaled sum to binary32', [accWidth, scales, flushToZero], (flags) =>
    intToFp32Cases(scaledSumBits(flags.accWidth, flags.scale, flags.scaleY ?? flags.scale), policyOf(flags)),
  ),
  unit('fp32-adder', 'binary32 addition, nearest-even', [flushToZero], (flags) => fp32AdderCases(policyOf(flags))),
  unit('fp32-multiplier', 'binary32 multiplication, nearest-even', [flushToZero], (flags) => fp32MultiplierCases(policyOf(flags))),
  unit('adder-tree', 'one chunk of T lanes to its sum, without the running sum', [treeWidth, flushToZero], (flags) => adderTreeCases(flags.treeWidth, policyOf(flags))),
  unit('tensor-scale', 'a sum times S_z = scale_x x scale_y', [flushToZero], (flags) => tensorScaleCases(policyOf(flags))),
  unit('quantizer', 'a binary32 number to its element code, given its scales', [quantization], (flags) => quantizerCases(flags.element, flags.scale, flags)),
  peUnit,
];
