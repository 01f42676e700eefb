/** The vector set of the adder tree: one chunk of T lanes, without the running sum. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import { addLanes, requireTreeWidth } from '../../units/adder-tree.ts';
import { field, type FieldSpec } from '../fields.ts';
import { word32 } from '../pack.ts';
import type { UnitCases } from '../unit-cases.ts';
import { treeClasses } from './adder-tree-classes.ts';

const BINARY32 = { kind: 'binary32' } as const;

/** @param width T, a power of two in 1..1024 @throws InputError */
export function adderTreeCases(width: number, policy: SubnormalPolicy): UnitCases<readonly number[]> {
  requireTreeWidth(width);
  const terms: FieldSpec = { ...BINARY32, name: 'terms', direction: 'in', width: 32, lanes: width };
  return {
    unit: 'adder-tree',
    parameters: { TREE_WIDTH: width, FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
    fields: [terms, field('out', 'result', 32, BINARY32)],
    classes: (level) => treeClasses(width, level),
    word: (lanes) => {
      let word = '';
      for (let lane = width - 1; lane >= 0; lane--) word += word32(lanes[lane]);
      return word + word32(addLanes(lanes, policy));
    },
  };
}
