/** The vector set of the element quantizer. */
import type { ElementFormat } from '../../formats/element.ts';
import { type ElementRounding } from '../../formats/element-quantizer.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import type { UnitCases } from '../unit-cases.ts';
import type { QuantizerInput } from './quantizer-operands.ts';
export declare function quantizerCases(element: ElementFormat, scale: GroupScaleFormat, rounding: ElementRounding): UnitCases<QuantizerInput>;
