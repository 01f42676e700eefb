import type { Failure, Outcome, RegisterFailure, RegisterOutcome } from '../golden/check/outcome.ts';
import { type Markup } from './markup.ts';
/** What fails by class. */
export declare function classTable({ classes, kind }: Outcome): Markup;
/** A result that fails. */
export declare function failureCard({ verdict, index, cycle, class: className, place, operands, results }: Failure, kind: Outcome['kind']): Markup;
/** A register that is wrong. */
export declare function registerCard({ cycle, place, verdict, difference, inputs, issueCycle, class: className }: RegisterFailure): Markup;
/** The stages with something wrong. */
export declare function spreadTable({ spread, firstWrongOutput }: RegisterOutcome): Markup;
