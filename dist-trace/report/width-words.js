/** An integer in groups of three digits: 1 234 567. */
export function thousands(value) {
    return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
/** A share in percent; one that is not 0 never looks like 0, and one below 1 never like 1. */
export function percentText(share) {
    if (share === 0)
        return '0 %';
    const percent = 100 * share;
    const digits = percent < 0.01 ? percent.toExponential(1) : percent.toFixed(2);
    return `${share < 1 && digits === '100.00' ? '99.99' : digits} %`;
}
/** Decibels; nothing where no output changed. */
export function sqnrText(effect) {
    if (effect === undefined || effect.sqnr === null)
        return '-';
    return Number.isFinite(effect.sqnr) ? `${effect.sqnr.toFixed(1)} dB` : effect.sqnr < 0 ? 'none' : '-';
}
/** The three bounds, each tighter than the one before. */
export function boundRows({ worst, known, needs }) {
    return [
        { what: 'any operands of these formats', width: worst.width, sum: worst.largestSum },
        ...(worst.layerWidth < worst.width ? [{ what: 'any operands in this geometry', width: worst.layerWidth, sum: (worst.largestSum / BigInt(worst.groupSize)) * BigInt(worst.nonzero) }] : []),
        { what: 'this X with any Y', width: known.width, sum: known.largestSum },
        { what: 'these operands', width: needs.width, sum: needs.peak.magnitude },
    ];
}
/** Whether the accumulator that the user asks about is wide enough. */
export function answerText({ worst, known, needs }, width) {
    const overflowing = needs.overflow.find((one) => one.width === width)?.groups ?? 0;
    if (overflowing > 0)
        return `${width} bits: ${thousands(overflowing)} of ${thousands(needs.groups)} groups overflow`;
    if (worst.layerWidth <= width)
        return `${width} bits: no group overflows, and no other operands could`;
    if (known.width <= width)
        return `${width} bits: no group overflows, and none could with this X; other operands can`;
    return `${width} bits: no group of these operands overflows, but others can`;
}
/** Where the largest partial sum is. */
export function peakText({ needs, peakOutput }) {
    return `largest partial sum ${thousands(needs.peak.magnitude)}, in group ${needs.peak.group} of output [${peakOutput.join(',')}]`;
}
/** What the converter behind the group scaler does. */
export function scalerText({ scaler: { groups, exact, rounded, underflowed, significantBits } }) {
    const most = significantBits.at(-1)?.[0] ?? 0;
    const lost = rounded === 0 ? 'every one is exact' : `${thousands(exact)} (${percentText(exact / groups)}) are exact, ${thousands(rounded)} are rounded`;
    const under = underflowed === 0 ? '' : `, ${thousands(underflowed)} of them for underflow`;
    return `group scaler: of ${thousands(groups)} values Q with up to ${most} significant bits, binary32 keeps 24: ${lost}${under}`;
}
//# sourceMappingURL=width-words.js.map