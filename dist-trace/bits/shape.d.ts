/** `value` if it is a 4-d shape of positive safe-integer sizes whose product is a safe integer. @throws TypeError, InputError */
export declare function requireShape4(subject: string, value: readonly number[], names?: string): Shape4;
/** Sizes of a 4-d tensor, outermost first (row-major storage). */
export type Shape4 = readonly [number, number, number, number];
/** The number of elements of a shape. */
export declare function elementCount(shape: readonly number[]): number;
/** The 4-d index of a row-major position. */
export declare function indexOf(shape: Shape4, position: number): [number, number, number, number];
