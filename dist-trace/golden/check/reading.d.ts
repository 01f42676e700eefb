import type { Field, FieldKind } from '../fields.ts';
import { type Word } from './word.ts';
/** A field's bits and what they mean. */
export interface Reading {
    /** The field, with its lane where it has several. */
    readonly name: string;
    /** All digits; x and z where bits are unknown. */
    readonly hex: string;
    /** The value, decoded; empty where bits are unknown. */
    readonly text: string;
}
/** Reads known bits. @param value in [0, 2^width) */
export declare function decode(kind: FieldKind, value: bigint, width: number): string;
/** A word of a field's kind as people read it. */
export declare function readWord(name: string, kind: FieldKind, word: Word, width: number): Reading;
/** A field of a known word, one reading a lane. */
export declare function readField(field: Field, word: bigint): Reading[];
