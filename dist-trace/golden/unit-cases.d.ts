/** What a unit brings to its vector set: its fields, its classes of operands, and the golden result of a case. */
import type { CaseClass, Level } from './case-class.ts';
import type { FieldSpec } from './fields.ts';
export interface UnitCases<Case> {
    /** As `mlsim eval` names it. */
    readonly unit: string;
    /** As in the manifest. */
    readonly parameters: Readonly<Record<string, number>>;
    /** Operands, then results. */
    readonly fields: readonly FieldSpec[];
    /** The directed classes. */
    classes(level: Level): readonly CaseClass<Case>[];
    /** The word of a case: its operands and its golden result, in hexadecimal digits. */
    word(operands: Case): string;
    /**
     * The case whose operands are all given, one value for each input field. Only a unit that every combination is legal for has it:
     * where there are few, they are enumerated.
     */
    readonly fromInputs?: (values: readonly bigint[]) => Case;
}
