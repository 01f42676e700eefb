/** The vector sets that the reference RTL is held to: every unit and the element, over formats, widths and latencies. */

export interface SetPlan {
  /** A unit of `mlsim vectors`. */
  readonly unit: string;
  /** Its options. */
  readonly options: readonly string[];
}

const FORMATS = ['2,4', '2,1', '1,1', '0,7', '3,2'];
const WIDTHS = ['16', '24', '32'];

const plan = (unit: string, options = ''): SetPlan => ({ unit, options: options === '' ? [] : options.split(' ') });

const UNIT_SETS: readonly SetPlan[] = [
  ...FORMATS.map((format) => plan('multiplier', `--element ${format}`)),
  plan('multiplier', '--element 2,4 --element-y 0,7'),
  ...FORMATS.flatMap((format, i) => [
    plan('accumulator', `--element ${format} --acc-width ${WIDTHS[i % 3]}`),
    plan('accumulator', `--element ${format} --acc-width ${WIDTHS[(i + 1) % 3]} --acc-overflow saturate`),
  ]),
  plan('accumulator', '--element 2,4 --acc-width 8 --acc-overflow saturate'),
  ...FORMATS.map((format, i) => plan('group-scaler', `--element ${format} --acc-width ${WIDTHS[i % 3]}`)),
  plan('group-scaler', '--scale 4,0 --acc-width 16'),
  plan('group-scaler', '--scale 8,1 --scale-y 5,0 --acc-width 24'),
  ...WIDTHS.flatMap((width) => [plan('int-to-fp32', `--acc-width ${width}`), plan('int-to-fp32', `--acc-width ${width} --flush-to-zero`)]),
  plan('int-to-fp32', '--acc-width 16 --scale 8,0'),
  ...['fp32-adder', 'fp32-multiplier', 'tensor-scale'].flatMap((unit) => [plan(unit), plan(unit, '--flush-to-zero')]),
  ...['4', '16'].map((lanes) => plan('adder-tree', `--tree-width ${lanes}`)),
  plan('adder-tree', '--tree-width 4 --flush-to-zero'),
  ...FORMATS.map((format) => plan('quantizer', `--element ${format}`)),
  plan('quantizer', '--mantissa-overflow carry'),
  plan('quantizer', '--rounding truncate --element 3,2'),
  plan('quantizer', '--rounding stochastic --mantissa-overflow carry'),
  plan('quantizer', '--rounding stochastic --random-bits 8 --scale 4,0'),
];

/** Every pair of values of these parameters is in one of the element's sets. */
const ELEMENT_SETS: readonly SetPlan[] = [
  plan('pe', '--element 2,4 --acc-width 32 --tree-width 16 --fp-add-latency 3 --interleave 1'),
  plan('pe', '--element 2,4 --acc-width 16 --tree-width 4 --fp-add-latency 1 --interleave 4 --acc-overflow saturate'),
  plan('pe', '--element 2,4 --acc-width 24 --tree-width 4 --fp-add-latency 3 --interleave 3 --flush-to-zero'),
  plan('pe', '--element 2,1 --acc-width 16 --tree-width 16 --fp-add-latency 1 --interleave 1'),
  plan('pe', '--element 2,1 --acc-width 32 --tree-width 4 --fp-add-latency 3 --interleave 4 --no-tensor-scale'),
  plan('pe', '--element 2,1 --acc-width 24 --tree-width 4 --fp-add-latency 1 --scale 8,0'),
  plan('pe', '--element 1,1 --acc-width 24 --tree-width 16 --fp-add-latency 1 --interleave 2 --no-tensor-scale'),
  plan('pe', '--element 1,1 --acc-width 16 --tree-width 4 --fp-add-latency 3 --interleave 3'),
  plan('pe', '--element 1,1 --acc-width 32 --tree-width 4 --fp-add-latency 1'),
  plan('pe', '--element 0,7 --acc-width 32 --tree-width 16 --fp-add-latency 1 --interleave 3'),
  plan('pe', '--element 0,7 --acc-width 16 --tree-width 4 --fp-add-latency 3 --acc-overflow saturate'),
  plan('pe', '--element 0,7 --acc-width 24 --tree-width 4 --fp-add-latency 1 --scale 4,1 --scale-y 8,0'),
  plan('pe', '--element 3,2 --acc-width 24 --tree-width 16 --fp-add-latency 3 --interleave 4'),
  plan('pe', '--element 3,2 --acc-width 16 --tree-width 4 --fp-add-latency 1 --fp-mul-latency 1'),
  plan('pe', '--element 3,2 --element-y 2,4 --acc-width 32 --tree-width 4 --fp-add-latency 3 --interleave 2 --flush-to-zero'),
  plan('pe', '--element 2,4 --acc-width 8 --tree-width 1 --fp-add-latency 2 --interleave 2'),
];

export const RTL_SETS: readonly SetPlan[] = [...UNIT_SETS, ...ELEMENT_SETS];

/**
 * Whether the short run, which every test run has, takes a set under a simulator. The first set of a unit runs under both, of the others every second one under Icarus
 * and every fourth under Verilator; of the element's sets, which take half a minute each, every fourth under Icarus and every eighth under Verilator.
 */
export function isInShortRun(simulator: 'icarus' | 'verilator', index: number): boolean {
  const { unit } = RTL_SETS[index];
  if (unit === 'pe') return simulator === 'icarus' ? index % 4 === 0 : index % 8 === 1;
  return RTL_SETS.findIndex((plan) => plan.unit === unit) === index || (simulator === 'icarus' ? index % 2 === 0 : index % 4 === 1);
}
