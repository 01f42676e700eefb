import { type OperandMaker } from './operands.ts';
import type { PeParameters } from './parameters.ts';
/** A pair of element codes. */
type Pair = readonly [x: number, y: number];
/** The groups' kinds, and how long they have to be. */
interface Limits {
    readonly kinds: readonly (readonly Pair[])[];
    readonly pairs: number;
}
/** Groups at the limits. @param longest the most pairs that a group may have @returns undefined where a limit is out of reach */
export declare function accumulatorLimits(p: PeParameters, longest: number): Limits | undefined;
/** The same with an overflow in every group: on from the upper and the lower limit by turns. */
export declare function beyondLimits({ kinds, pairs }: Limits): OperandMaker;
/** A kind for each group in turn; zero products before or after the kind's own fill the group. */
export declare function atLimits({ kinds }: Limits): OperandMaker;
export {};
