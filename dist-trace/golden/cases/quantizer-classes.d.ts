/** Inputs for a quantizer: every place where a quotient turns from one code to the next. */
import { type ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import { type CaseClass, type Level } from '../case-class.ts';
import { type QuantizerInput } from './quantizer-operands.ts';
/** The unit under test. */
export interface QuantizerUnit {
    readonly element: ElementFormat;
    readonly scale: GroupScaleFormat;
    /** k, or 0 where the rounding is not stochastic. */
    readonly randomBits: number;
    /** The golden result, or -1 for an input that is not legal. */
    codeOf(input: QuantizerInput): number;
}
/** All directed classes. */
export declare function quantizerClasses(unit: QuantizerUnit, level: Level): CaseClass<QuantizerInput>[];
