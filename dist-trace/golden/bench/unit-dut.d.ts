/** The wrapper that puts a design under a unit's bench: the reference RTL, until somebody puts their own there. */
import type { FieldSpec } from '../fields.ts';
/** What a unit's SystemVerilog is written from. */
export interface UnitText {
    readonly unit: string;
    readonly parameters: Readonly<Record<string, number>>;
    readonly fields: readonly FieldSpec[];
}
/** `[msb:0] ` of all lanes of a field; nothing for one bit. */
export declare function bitRange({ width, lanes }: FieldSpec): string;
/** What the field of one bit or more means to a reader of Verilog. */
export declare function fieldMeaning(field: FieldSpec): string;
/** The design in a bench whose wires have the names of its ports. */
export declare function dutInstance(fields: readonly FieldSpec[]): string;
/** dut.sv */
export declare function unitDut({ unit, parameters, fields }: UnitText): string;
