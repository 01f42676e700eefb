/** Exact quotients of integers in decimal, rounded once, half away from zero. */
/** `numerator / denominator` with a fixed number of decimals. @param denominator above 0; neither is negative */
export declare function fixedDecimal(numerator: bigint, denominator: bigint, decimals: number): string;
/** A decimal number, digits x 10^exponent. */
export interface Decimal {
    readonly digits: bigint;
    readonly exponent: number;
}
/** The first `count` significant digits, rounded; 0 has none. @param denominator above 0; neither is negative */
export declare function significantDigits(numerator: bigint, denominator: bigint, count: number): Decimal;
/** A decimal as people write it: 101.2, 25900, and 5.12E+5 from a hundred thousand. */
export declare function decimalText({ digits, exponent }: Decimal): string;
