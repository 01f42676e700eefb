/** How far a result is from what it stands for. */
/** Signal to quantization noise, 10 log10(sum x^2 / sum (x - q)^2), in dB; Infinity where there is no noise. */
export function sqnr(exact, found) {
    let signal = 0;
    let noise = 0;
    for (let i = 0; i < exact.length; i++) {
        signal += exact[i] ** 2;
        noise += (exact[i] - found[i]) ** 2;
    }
    return noise === 0 ? Infinity : 10 * Math.log10(signal / noise);
}
/** sum |x - q| / sum |x| (paper Fig. 6); 0 where all of x is zero. */
export function relativeError(exact, found) {
    let error = 0;
    let total = 0;
    for (let i = 0; i < exact.length; i++) {
        error += Math.abs(exact[i] - found[i]);
        total += Math.abs(exact[i]);
    }
    return total === 0 ? 0 : error / total;
}
//# sourceMappingURL=quality.js.map