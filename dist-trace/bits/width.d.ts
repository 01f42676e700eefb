/** The largest value of a signed word. @param width at least 1 */
export declare function maxSigned(width: number): bigint;
/** The smallest value of a signed word. @param width at least 1 */
export declare function minSigned(width: number): bigint;
/** Whether a signed word of `width` bits holds a value. */
export declare function fitsSigned(value: bigint, width: number): boolean;
/** The word's bits as an unsigned integer. @throws InputError where the value does not fit */
export declare function toTwosComplement(value: bigint, width: number): bigint;
/** The number of bits of a magnitude; 0 for 0. @param magnitude at least 0 */
export declare function bitLength(magnitude: bigint): number;
/** Hexadecimal digits of a word of `width` bits. */
export declare function hexDigits(width: number): number;
