import { type Call, type Rule } from '../call.ts';
/** An output of the first input's shape and type. */
export declare const sameShape: Rule;
/** The first input as it is, and a mask of it, which only Dropout gives. */
export declare const copy: Rule;
/** A function of each element, which is followed through small constants. */
export declare function unary(apply: (value: number) => number | undefined, type?: number): Rule;
/** A function of two or more operands that broadcast. @param type of the output; that of the first operand where it is undefined */
export declare function nary(apply: (values: readonly number[], call: Call, type: number) => number | undefined, type?: number, operands?: number): Rule;
/** Where(condition, X, Y). */
export declare const where: Rule;
/** Cast and CastLike. */
export declare const cast: Rule;
/** x / y, truncated towards zero for integers; a division by zero is not followed. */
export declare function divide([x, y]: readonly number[], _call: Call, type: number): number | undefined;
/** The remainder with the sign of y, or with fmod that of x. */
export declare function modulo([x, y]: readonly number[], call: Call): number | undefined;
/** Rounds half to even. */
export declare function roundEven(value: number): number;
