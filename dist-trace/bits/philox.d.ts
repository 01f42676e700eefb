/**
 * Philox4x32-10, the counter-based generator of Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011):
 * ten rounds map a 128-bit counter and a 64-bit key to four 32-bit words, so that any word is found without those before it.
 */
/**
 * Writes the four output words of one block to `out`.
 * @param counter four words in [0, 2^32), least significant first @param key two words in [0, 2^32) @param out at least four words
 */
export declare function philox4x32(counter: ArrayLike<number>, key: ArrayLike<number>, out: Uint32Array): void;
/** The random integer u of an element, a pure function of its row-major index. */
export type RandomIntegers = (index: number) => number;
/**
 * The k-bit random integers of stochastic rounding: key = the seed's two words, counter = (block low, block high, stream, 0) with
 * block = index div 4, and u = the top k bits of output word index mod 4.
 * @param seed in [0, 2^64) @param stream 0, or 1 for the second operand of a convolution @param bits k, 1..24
 */
export declare function philoxIntegers(seed: bigint, stream: number, bits: number): RandomIntegers;
