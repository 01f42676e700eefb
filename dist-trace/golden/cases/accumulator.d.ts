/** The vector set of the local accumulator: one step, from any state. */
import type { ElementFormat } from '../../formats/element.ts';
import { type AccumulatorFormat } from '../../units/local-accumulator.ts';
import type { UnitCases } from '../unit-cases.ts';
import { type Step } from './accumulator-classes.ts';
export declare function accumulatorCases(format: AccumulatorFormat, x: ElementFormat, y: ElementFormat): UnitCases<Step>;
