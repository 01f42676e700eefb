/** The vector set of the group-wise shift-adder. */
import type { ElementFormat } from '../../formats/element.ts';
import type { GroupScaleFormat } from '../../formats/group-scale.ts';
import type { UnitCases } from '../unit-cases.ts';
/** sum, and the codes of both scales. */
type Operands = readonly [bigint, number, number];
/** The formats of one operand of the dot product. */
export interface ScalerOperand {
    readonly element: ElementFormat;
    readonly scale: GroupScaleFormat;
}
/** @param width A */
export declare function groupScalerCases(width: number, x: ScalerOperand, y: ScalerOperand): UnitCases<Operands>;
export {};
