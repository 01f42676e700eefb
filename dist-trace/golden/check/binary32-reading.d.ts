/** The shortest decimal that reads back as this number. @param value exact in binary32, finite */
export declare function shortestDecimal(value: number): string;
/** A pattern's value or special name, and its fields. */
export declare function binary32Text(bits: number): string;
/** The distance of two numbers in units in the last place: how many numbers on, infinities after the largest. Undefined for a NaN. */
export declare function ulpDistance(a: number, b: number): number | undefined;
