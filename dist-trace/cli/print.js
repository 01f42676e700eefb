/** What commands write to standard output. */
const LARGEST_SAFE = BigInt(Number.MAX_SAFE_INTEGER);
/** JSON text. A count that may pass 2^53 is a bigint; above 2^53 it becomes a string, which no reader rounds. Real numbers stay numbers. */
export function jsonText(value) {
    const replace = (_key, item) => {
        if (typeof item !== 'bigint')
            return item;
        return item <= LARGEST_SAFE && item >= -LARGEST_SAFE ? Number(item) : String(item);
    };
    return JSON.stringify(value, replace, 2);
}
/** Writes a text and a line end. */
export function print(text) {
    process.stdout.write(`${text}\n`);
}
/** An integer with thin groups of three digits: 1 234 567. */
export function grouped(value) {
    return String(value).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
/** A duration as people read it. */
export function duration(milliseconds) {
    return milliseconds < 1000 ? `${milliseconds.toFixed(0)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
//# sourceMappingURL=print.js.map