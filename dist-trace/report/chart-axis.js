/** What charts share: ticks, and coordinates as they stand in SVG. */
/** Ticks from 0 to the first one that is not below the largest value, at 1, 2 or 5 times a power of ten. @param about how many */
export function ticksTo(largest, about) {
    if (!(largest > 0))
        return [0, 1];
    const rough = largest / about;
    const power = 10 ** Math.floor(Math.log10(rough));
    const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
    return Array.from({ length: Math.ceil(largest / step - 1e-9) + 1 }, (_, i) => step * i);
}
/** A coordinate, in tenths. */
export function coordinate(value) {
    return Math.round(10 * value) / 10;
}
/** About how wide a text of 11 px is. */
export function textWidth(text) {
    return 6.1 * text.length;
}
/** A name cut in its middle, since layers' names differ at their ends. */
export function shortened(name, most) {
    const letters = Array.from(name);
    if (letters.length <= most)
        return name;
    const start = Math.floor((most - 1) / 3);
    return `${letters.slice(0, start).join('')}…${letters.slice(letters.length - (most - 1 - start)).join('')}`;
}
//# sourceMappingURL=chart-axis.js.map