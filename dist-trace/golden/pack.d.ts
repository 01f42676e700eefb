import { type FieldSpec } from './fields.ts';
/** 32 bits in 8 digits. @param bits in [0, 2^32) */
export declare function word32(bits: number): string;
/** A packer of plain fields: one value for each, signed ones as integers of their sign. */
export declare function packer(fields: readonly FieldSpec[]): (values: readonly bigint[]) => string;
