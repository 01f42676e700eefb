import type { ClassRange } from '../manifest.ts';
import { type UnitText } from './unit-dut.ts';
export interface UnitBenchText extends UnitText {
    readonly set: string;
    readonly cases: number;
    readonly ranges: readonly ClassRange[];
}
/** tb.sv */
export declare function unitBench(text: UnitBenchText): string;
