import type { Steps } from '../../bits/steps.ts';
import type { FoundSource } from './found-source.ts';
import type { GoldenResults } from './golden-results.ts';
import type { Outcome } from './outcome.ts';
import { type ResultOptions } from './result-comparison.ts';
/** Compares all results. @param subject of the source in error messages @throws InputError for a source that is truncated or of another run */
export declare function compareResults(subject: string, found: FoundSource, golden: GoldenResults, options: ResultOptions): Steps<Outcome>;
