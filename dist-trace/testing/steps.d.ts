/** Single steps of an accumulator: what `mlsim eval accumulator` answers a line with, and what an RTL block does in a cycle. */
import fc from 'fast-check';
import { type AccumulatorFormat, type AccumulatorState } from '../units/local-accumulator.ts';
import type { Formats } from './group.ts';
import type { GroupImplementation } from './properties.ts';
/** The inputs of one step. */
export interface AccumulatorStep {
    /** Whether the product is loaded. */
    readonly first: boolean;
    /** The register, and its flag. */
    readonly sum: bigint;
    readonly overflow: boolean;
    readonly product: bigint;
}
/** An implementation of one step. */
export type StepImplementation = (step: AccumulatorStep) => AccumulatorState | Promise<AccumulatorState>;
/** Steps from any state, half of them from close to a limit. @param width A, 4..64 @throws InputError */
export declare function accumulatorSteps(formats: Formats, width: number): fc.Arbitrary<AccumulatorStep>;
/** A step gives the sum and the flag of the arithmetic. @throws InputError for a width outside of 4..64 */
export declare function matchesStep(formats: Formats, { width, overflow }: AccumulatorFormat, implementation: StepImplementation): fc.IAsyncProperty<[AccumulatorStep]>;
/** An implementation of groups from one of steps: product after product into an empty register. */
export declare function groupFromSteps({ x, y }: Formats, step: StepImplementation): GroupImplementation;
