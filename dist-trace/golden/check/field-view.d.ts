/** The fields of a packed word by name. */
import type { Field } from '../fields.ts';
export declare class FieldView {
    #private;
    word: bigint;
    constructor(fields: readonly Field[]);
    /** One lane of a field, as unsigned bits; 0 of a field or a lane that is not there. */
    get(name: string, lane?: number): bigint;
    field(name: string): Field | undefined;
}
