/** The vector set of the tensor scale: two binary32 multiplications, one after the other. */
import type { SubnormalPolicy } from '../../bits/binary32.ts';
import type { UnitCases } from '../unit-cases.ts';
/** sum, scale_x, scale_y. */
type Operands = readonly [number, number, number];
export declare function tensorScaleCases(policy: SubnormalPolicy): UnitCases<Operands>;
export {};
