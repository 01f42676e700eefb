/** One value that is not what it should be: both sides read, and how they differ. */
import { CANONICAL_NAN, isNaNBits, isZero, MIN_EXPONENT } from '../../bits/binary32.ts';
import type { FieldKind } from '../fields.ts';
import { ulpDistance } from './binary32-reading.ts';
import { readWord } from './reading.ts';
import { bitRanges, knownWord, type Word } from './word.ts';

export const NAN_POLICIES = ['canonical', 'any', 'bits'] as const;
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
export function bothNaN(expected: bigint, found: bigint): boolean {
  return isNaNBits(Number(expected)) && isNaNBits(Number(found));
}

/** The bits of a known value that are wrong in a word, unknown ones included. */
export function wrongBits(expected: bigint, found: Word): bigint {
  return (expected ^ found.value) | found.unknown;
}

/** Explains a difference. */
export function explainDifference(name: string, kind: FieldKind, width: number, expected: bigint, found: Word, policy: NanPolicy): Difference {
  const isNumber = kind.kind === 'binary32' && policy !== 'bits' && found.unknown === 0n;
  return {
    name,
    width,
    expected: side(kind, width, knownWord(expected), policy),
    found: side(kind, width, found, policy),
    bits: bitRanges((expected ^ found.value) & ~found.unknown),
    unknownBits: bitRanges(found.unknown),
    ulp: isNumber ? (ulpDistance(Number(expected), Number(found.value)) ?? null) : null,
    remark: isNumber ? (binary32Remark(Number(expected), Number(found.value)) ?? '') : '',
  };
}

/** A value without another one to compare it with. */
export function oneSided(name: string, kind: FieldKind, width: number, word: Word, where: 'expected' | 'found', policy: NanPolicy): Difference {
  const there = side(kind, width, word, policy);
  const nothing = { bits: '', unknownBits: bitRanges(word.unknown), ulp: null, remark: '' };
  return { name, width, expected: where === 'expected' ? there : null, found: where === 'found' ? there : null, ...nothing };
}

function side(kind: FieldKind, width: number, word: Word, policy: NanPolicy): Side {
  const { hex, text } = readWord('', kind, word, width);
  return { hex, text: kind.kind === 'binary32' && policy === 'bits' ? '' : text };
}

/** The name of a difference between two binary32 patterns, where it has one. */
export function binary32Remark(expected: number, found: number): string | undefined {
  if (expected === found) return undefined;
  if (isNaNBits(expected) && isNaNBits(found)) return expected === CANONICAL_NAN ? 'NaN with another encoding' : 'another NaN';
  if (isZero(expected) && isZero(found)) return 'sign of zero';
  if (expected === (found ^ 0x8000_0000) >>> 0) return 'sign';
  if (isZero(found) && isSubnormal(expected)) return `a zero where a subnormal (below 2^${MIN_EXPONENT}) is due`;
  if (isZero(expected) && isSubnormal(found)) return 'a subnormal where a zero is due';
  return undefined;
}

/** Whether a nonzero pattern is below the normal numbers. */
function isSubnormal(bits: number): boolean {
  return (bits & 0x7f80_0000) === 0 && !isZero(bits);
}
