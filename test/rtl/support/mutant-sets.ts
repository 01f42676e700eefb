/** The vector sets that mutants have to survive: few, but of every kind of parameter that the RTL distinguishes. Cheap ones first. */
import type { SetPlan } from './sets.ts';

const plan = (unit: string, options = ''): SetPlan => ({ unit, options: options === '' ? [] : options.split(' ') });

export const MUTANT_SETS: readonly SetPlan[] = [
  plan('multiplier', '--element 2,1'),
  plan('multiplier', '--element 2,4 --element-y 0,7'),
  plan('multiplier', '--element 1,1'),
  plan('multiplier', '--element 3,2 --element-y 3,0'),
  plan('accumulator', '--element 2,1 --acc-width 16'),
  plan('accumulator', '--element 2,4 --acc-width 8 --acc-overflow saturate'),
  plan('group-scaler', '--element 2,4 --acc-width 16'),
  plan('group-scaler', '--scale 8,1 --scale-y 5,0 --acc-width 24'),
  plan('group-scaler', '--scale 4,0 --acc-width 16'),
  plan('int-to-fp32', '--acc-width 32'),
  plan('int-to-fp32', '--acc-width 16 --flush-to-zero'),
  plan('fp32-adder'),
  plan('fp32-adder', '--flush-to-zero'),
  plan('fp32-multiplier'),
  plan('fp32-multiplier', '--flush-to-zero'),
  plan('quantizer', '--element 2,1'),
  plan('quantizer', '--element 0,7'),
  plan('quantizer', '--mantissa-overflow carry --scale 8,0'),
  plan('quantizer', '--rounding stochastic'),
  plan('quantizer', '--rounding truncate --element 3,2'),
  plan('adder-tree', '--tree-width 4'),
  plan('tensor-scale'),
  plan('pe', '--element 2,1 --acc-width 16 --tree-width 4 --fp-add-latency 3 --interleave 3'),
  plan('pe', '--element 2,4 --acc-width 8 --acc-overflow saturate --tree-width 2 --fp-add-latency 1 --fp-mul-latency 2 --interleave 2 --flush-to-zero'),
  plan('pe', '--element 1,1 --acc-width 16 --tree-width 4 --fp-add-latency 2 --interleave 1 --no-tensor-scale --scale 5,0'),
];
