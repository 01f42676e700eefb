import type { Steps } from '../../bits/steps.ts';
import { type RegisterOptions } from './cycle-comparison.ts';
import type { ElementShape } from './element-shape.ts';
import type { FoundSource } from './found-source.ts';
import type { GoldenCycles } from './golden-cycles.ts';
import type { Outcome } from './outcome.ts';
/** Compares all cycles. @param subject of the source in error messages @throws InputError for a source that is truncated or of another run */
export declare function compareRegisters(subject: string, found: FoundSource, golden: GoldenCycles, shape: ElementShape, options: RegisterOptions): Steps<Outcome>;
