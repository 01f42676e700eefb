import type { FieldKind } from '../fields.ts';
import { type Word } from './word.ts';
export declare const NAN_POLICIES: readonly ["canonical", "any", "bits"];
/** Where a NaN is expected: exactly 7fc00000, any NaN, or nothing but the pattern, which is never read as a number. */
export type NanPolicy = (typeof NAN_POLICIES)[number];
/** An expected value and a found one, which may differ. */
export interface Difference {
    readonly name: string;
    readonly width: number;
    /** Null for what is left over. */
    readonly expected: Side | null;
    /** Null for what is missing. */
    readonly found: Side | null;
    /** Known bits that differ, as ranges from the lowest on: `0, 3..5`; empty for none. */
    readonly bits: string;
    /** Bits that are x or z, likewise. */
    readonly unknownBits: string;
    /** Distance of two binary32 numbers in units in the last place; null for anything else. */
    readonly ulp: number | null;
    /** What kind of difference it is, where it has a name; otherwise empty. */
    readonly remark: string;
}
export interface Side {
    readonly hex: string;
    /** Decoded; empty where bits are unknown. */
    readonly text: string;
}
/** Whether two known binary32 patterns are both NaNs. */
export declare function bothNaN(expected: bigint, found: bigint): boolean;
/** The bits of a known value that are wrong in a word, unknown ones included. */
export declare function wrongBits(expected: bigint, found: Word): bigint;
/** Explains a difference. */
export declare function explainDifference(name: string, kind: FieldKind, width: number, expected: bigint, found: Word, policy: NanPolicy): Difference;
/** A value without another one to compare it with. */
export declare function oneSided(name: string, kind: FieldKind, width: number, word: Word, where: 'expected' | 'found', policy: NanPolicy): Difference;
/** The name of a difference between two binary32 patterns, where it has one. */
export declare function binary32Remark(expected: number, found: number): string | undefined;
