import type { Outcome } from '../golden/check/outcome.ts';
import { type VectorSet } from '../golden/check/vector-set.ts';
import { type CheckFlags, type OpenLines } from './check-dump.ts';
/** The outcome of comparing a waveform with its set. @throws InputError */
export declare function checkVcd(set: VectorSet, lines: OpenLines, flags: CheckFlags): Promise<Outcome>;
