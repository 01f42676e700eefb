/** The binary32 units as filters: fp32-adder, fp32-multiplier, adder-tree, tensor-scale. */
import type { Command } from 'commander';
import type { Rounded, SubnormalPolicy } from '../../bits/binary32.ts';
import { InputError } from '../../bits/check.ts';
import { mlsDescription } from '../../sim/mls-datapath.ts';
import { adderTree, addLanes, requireTreeWidth } from '../../units/adder-tree.ts';
import { addFp32 } from '../../units/fp32-adder.ts';
import { multiplyFp32 } from '../../units/fp32-multiplier.ts';
import { applyTensorScale, outputScale } from '../../units/tensor-scale.ts';
import { integer } from '../options.ts';
import { requireWords, type EvalUnit } from './unit.ts';
import { parseWord, wordText, type Field } from './words.ts';

interface Flags {
  readonly flushToZero?: boolean;
  readonly testfloat?: boolean;
}

function policyOf(flags: Flags): SubnormalPolicy {
  return { flushToZero: flags.flushToZero === true };
}

function addFlushToZero(command: Command): void {
  command.option('--flush-to-zero', 'subnormal operands and results become zeros of their sign');
}

const A: Field = { name: 'a', width: 32 };
const B: Field = { name: 'b', width: 32 };

type Operation = (a: number, b: number, policy: SubnormalPolicy) => Rounded;

/** A unit of two operands, with Berkeley TestFloat's lines on request. */
function binaryUnit(name: string, summary: string, operation: Operation, example: EvalUnit['example']): EvalUnit {
  return {
    name,
    summary,
    lines: 'a b -> result (32 bits each)',
    example,
    addOptions: (command) => {
      addFlushToZero(command);
      command.option(
        '--testfloat',
        "answer a, b, result and the five exception flags in Berkeley TestFloat's format (tininess after rounding); words after a b are ignored",
      );
    },
    prepare: (flags: Flags) => {
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

interface TreeFlags extends Flags {
  readonly treeWidth: number;
  readonly runningSum: boolean;
}

/** A packed bus: lane 0 in the least significant word. */
function unpackLanes(word: string, width: number): string[] {
  const digits = word.replace(/^0x/i, '');
  if (width === 1 || digits.length !== 8 * width) return [word];
  return Array.from({ length: width }, (_, lane) => digits.slice(8 * (width - 1 - lane), 8 * (width - lane)));
}

export const adderTreeUnit: EvalUnit = {
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
  prepare: (flags: TreeFlags) => {
    const width = requireTreeWidth(flags.treeWidth);
    const policy = policyOf(flags);
    return (words) => {
      const lanes = words.length === 1 ? unpackLanes(words[0], width) : words;
      const terms = lanes.map((word, lane) => parseWord(word, { name: `term ${lane}`, width: 32 }));
      if (flags.runningSum) return wordText(adderTree(terms, width, policy), 32);
      if (terms.length > width) throw new InputError(`expected at most ${width} terms, found ${terms.length}`);
      return wordText(addLanes([...terms, ...Array<number>(width - terms.length).fill(0)], policy), 32);
    };
  },
};

export const tensorScaleUnit: EvalUnit = {
  name: 'tensor-scale',
  summary: 'a sum times S_z = S_t(x) x S_t(y)',
  lines: 'sum scale_x scale_y -> output (32 bits each)',
  example: { input: '40c00000 3f000000 3e800000', output: '3f400000' },
  addOptions: addFlushToZero,
  prepare: (flags: Flags) => {
    const policy = policyOf(flags);
    return (words) => {
      requireWords(words, 'sum scale_x scale_y', 3);
      const [sum, x, y] = ['sum', 'scale_x', 'scale_y'].map((name, i) => parseWord(words[i], { name, width: 32 }));
      return wordText(applyTensorScale(sum, outputScale(x, y, policy), policy), 32);
    };
  },
};
