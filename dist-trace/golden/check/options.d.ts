import type { RegisterOptions } from './cycle-comparison.ts';
import type { ResultOptions } from './result-comparison.ts';
import type { NanPolicy } from './difference.ts';
import type { CompareMode } from './outcome.ts';
import { type VectorSet } from './vector-set.ts';
/** What a user asks for. */
export interface CheckOptions {
    readonly nan: NanPolicy;
    readonly errors: number;
    readonly compare: CompareMode;
}
/** Results of a unit, or outputs of an element. */
export declare function resultOptions(set: VectorSet, { nan, errors }: CheckOptions): ResultOptions;
/**
 * All registers of an element in all cycles, or some of them.
 * @param only names of the banks and ports to compare; without it, all registers and no port @throws InputError
 */
export declare function registerOptions(set: VectorSet, { nan, errors, compare }: CheckOptions, only?: ReadonlySet<string>, window?: RegisterOptions['window']): RegisterOptions;
