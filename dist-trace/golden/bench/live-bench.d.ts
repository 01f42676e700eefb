import { type UnitText } from './unit-dut.ts';
export interface LiveBenchText extends UnitText {
    /** The call that answers, such as `mlsim eval fp32-adder`. */
    readonly evaluation: string;
}
/** live.sv */
export declare function liveBench({ unit, fields, evaluation }: LiveBenchText): string;
