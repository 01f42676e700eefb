/**
 * Properties that any implementation of a local accumulation should have. Each takes the implementation as a function, which may be asynchronous, so that a
 * design in another process can be asked, and gives an asynchronous property for `await fc.assert(...)`.
 */
import fc from 'fast-check';
import { type AccumulatorFormat } from '../units/local-accumulator.ts';
import { type Group, type GroupLayer } from './group.ts';
/** What an accumulator holds after a group. */
export interface GroupResult {
    readonly sum: bigint;
    /** Its sticky flag, where it has one. */
    readonly overflow?: boolean;
}
/** An implementation of a whole group: from all codes to the last sum. */
export type GroupImplementation = (group: Group) => GroupResult | Promise<GroupResult>;
/** No group of the layer overflows: each sum is the exact one, and the flag, if there is one, stays down. */
export declare function noOverflow(layer: GroupLayer, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
/** An accumulator that wraps gives the exact sum modulo 2^A, as a signed word, whatever happened on the way. @param width A, 4..64 */
export declare function wrapEqualsModulo(layer: GroupLayer, width: number, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
/** An accumulator that wraps does not care about the order of a group. @param implementation without a look at its flag, which may differ */
export declare function wrapIgnoresOrder(layer: GroupLayer, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
/** An accumulator that saturates never gives less where one product becomes larger. */
export declare function saturateIsMonotone(layer: GroupLayer, implementation: GroupImplementation): fc.IAsyncProperty<[Group, [number, number, number]]>;
/** The sum is always a word of A bits. */
export declare function staysInRange(layer: GroupLayer, width: number, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
/** The sticky flag is up if and only if a partial sum, in order, leaves A bits. @throws InputError for a width outside of 4..64 */
export declare function flagTellsOverflow(layer: GroupLayer, width: number, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
/** Sum and flag are those of the accumulator of the arithmetic, step by step. @throws InputError for a width outside of 4..64 */
export declare function matchesAccumulator(layer: GroupLayer, { width, overflow }: AccumulatorFormat, implementation: GroupImplementation): fc.IAsyncProperty<[Group]>;
