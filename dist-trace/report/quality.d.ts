/** How far a result is from what it stands for. */
/** Signal to quantization noise, 10 log10(sum x^2 / sum (x - q)^2), in dB; Infinity where there is no noise. */
export declare function sqnr(exact: ArrayLike<number>, found: ArrayLike<number>): number;
/** sum |x - q| / sum |x| (paper Fig. 6); 0 where all of x is zero. */
export declare function relativeError(exact: ArrayLike<number>, found: ArrayLike<number>): number;
