/** A printed cell of the paper beside what the counting gives. */
import { decimalText, significantDigits, type Decimal } from '../decimal.ts';

/** An exact value. The denominator is above 0. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export interface PublishedCell {
  /** `Tab. 1`, `Tab. 5`, `Eq. 9`, `section 5.4`. */
  readonly where: string;
  readonly what: string;
  readonly network?: string | undefined;
  readonly unit?: string | undefined;
  /** The number as printed, and how many of its digits are compared. */
  readonly printed: string;
  readonly digits: number;
  /** Why the cell contradicts the paper's own arithmetic, where it does. */
  readonly inconsistent?: string | undefined;
  /** Anything else to say about it. */
  readonly note?: string | undefined;
}

/**
 * `equal`: at the printed digits. `inconsistent`: not equal, for the known reason. `different`: not equal and should be, or equal where a
 * contradiction is known.
 */
export type Verdict = 'equal' | 'inconsistent' | 'different';

export interface ComparedCell extends PublishedCell {
  readonly exact: Rational;
  /** The exact value at the printed digits, and at more. */
  readonly computed: string;
  readonly computedAtPrintedDigits: string;
  readonly verdict: Verdict;
}

const SHOWN_DIGITS = 6;

/** @throws TypeError for a printed text that is no number */
export function compareCell(cell: PublishedCell, exact: Rational): ComparedCell {
  const rounded = significantDigits(exact.numerator, exact.denominator, cell.digits);
  const printed = parseDecimal(cell.printed);
  const equal = sameNumber(rounded, significantDigits(...fraction(printed), cell.digits));
  const shown = significantDigits(exact.numerator, exact.denominator, Math.max(SHOWN_DIGITS, cell.digits));
  return {
    ...cell,
    exact,
    computed: decimalText(shown),
    computedAtPrintedDigits: decimalText(rounded),
    verdict: equal === (cell.inconsistent === undefined) ? (equal ? 'equal' : 'inconsistent') : 'different',
  };
}

/** `25900`, `101.2` and `1.88E+9` as decimals. */
export function parseDecimal(text: string): Decimal {
  const match = /^(\d+)(?:\.(\d+))?(?:E\+?(-?\d+))?$/.exec(text);
  if (match === null) throw new TypeError(`printed cell: expected a decimal number, found ${text}`);
  const fraction = match.at(2) ?? '';
  return { digits: BigInt(match[1] + fraction), exponent: Number(match.at(3) ?? 0) - fraction.length };
}

/** Numerator and denominator. */
function fraction({ digits, exponent }: Decimal): [bigint, bigint] {
  return exponent >= 0 ? [digits * 10n ** BigInt(exponent), 1n] : [digits, 10n ** BigInt(-exponent)];
}

function sameNumber(a: Decimal, b: Decimal): boolean {
  const shared = Math.min(a.exponent, b.exponent);
  const aligned = ({ digits, exponent }: Decimal): bigint => digits * 10n ** BigInt(exponent - shared);
  return aligned(a) === aligned(b);
}
