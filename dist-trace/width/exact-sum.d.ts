/** Exact sums of doubles as expansions: Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", 1997. */
/** Adds a number to a sum that is held as parts without overlap, smallest first. Nothing is lost as long as nothing overflows. */
export declare function addExactly(parts: number[], value: number): void;
/** The value of the parts, within an ulp. */
export declare function partsValue(parts: readonly number[]): number;
