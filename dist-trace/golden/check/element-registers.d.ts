import type { Field } from '../fields.ts';
import type { ElementShape } from './element-shape.ts';
import type { FieldView } from './field-view.ts';
/** A register, a stimulus field or the tensor scale, from which another register is loaded. */
export interface InputRef {
    readonly from: 'registers' | 'stimulus' | 'parameter';
    readonly name: string;
    readonly index: number;
}
/** A bank of registers. */
export interface RegisterBankRole {
    readonly name: string;
    readonly count: number;
    /** What an index counts; empty for a single register. */
    readonly indexName: 'lane' | 'node' | 'stage' | 'context' | '';
    /** Whether it is control, which is named before data of the same stage. */
    readonly control: boolean;
    /** Whether it means something only when it is loaded, whatever is to be compared: a port, which is no register. */
    readonly isPort: boolean;
    /** The stage that a register belongs to. */
    stageOf(index: number): number;
    /** Whether the register was loaded as this cycle began. @param now golden registers in this cycle */
    isLoaded(now: FieldView, index: number): boolean;
    /** What it was loaded from. @param before golden registers in the cycle before */
    inputs(before: FieldView, index: number): InputRef[];
}
/** The element's ports, which show what its last stage holds. */
export declare function elementPorts({ stages }: ElementShape): RegisterBankRole[];
/** All banks of an element, in the order in which their registers are named within a stage: control, then data as they flow. */
export declare function elementRegisters(shape: ElementShape): RegisterBankRole[];
/** @throws InputError unless the fields are exactly the registers of the banks */
export declare function requireRegisterFields(subject: string, fields: readonly Field[], banks: readonly RegisterBankRole[]): void;
