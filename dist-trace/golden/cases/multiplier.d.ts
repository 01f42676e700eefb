/** The vector set of the low-bit multiplier. */
import type { ElementFormat } from '../../formats/element.ts';
import type { UnitCases } from '../unit-cases.ts';
/** Codes of x and y. */
type Codes = readonly [number, number];
export declare function multiplierCases(x: ElementFormat, y: ElementFormat): UnitCases<Codes>;
export {};
