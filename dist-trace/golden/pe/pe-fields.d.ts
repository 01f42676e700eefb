import { type FieldSpec } from '../fields.ts';
import { type PeParameters } from './parameters.ts';
/** The element's inputs in a cycle. */
export declare function stimulusFields(p: PeParameters): FieldSpec[];
/** An output and the cycle in which it is visible. */
export declare function outputFields(): FieldSpec[];
/** Every register, in the order of `ClockedElement.banks`; a bank without registers has no field. */
export declare function registerFields(p: PeParameters): FieldSpec[];
