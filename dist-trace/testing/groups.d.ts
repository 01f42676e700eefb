/**
 * Arbitrary groups of a layer. Random codes hardly ever come near an accumulator's limits, where all products must be large and of one sign, so that
 * most groups here are made of extremes; and a failing group shrinks first to the fewest products that still fail.
 */
import fc from 'fast-check';
import { type Group, type GroupLayer } from './group.ts';
/** Groups of 1 to K products, most of them of K. @throws InputError for a K below 1 */
export declare function groups(layer: GroupLayer): fc.Arbitrary<Group>;
