/**
 * Which taps of a convolution can meet elements at all. A tap in the padding, or between strides, multiplies with 0, so that a group of K products can
 * have fewer that count: in the input gradient of a stride of 2 each output meets a quarter of the kernel.
 */
import { sourceIndex } from "../sim/convolution.js";
/** The different sets of taps along an axis. An axis has few: one inside, and some at each edge. */
function axisTaps(axis) {
    const found = new Map();
    const all = Array.from({ length: axis.taps }, (_, tap) => tap);
    for (let output = 0; output < axis.outputs; output++) {
        const taps = all.filter((tap) => sourceIndex(axis, output, tap) >= 0);
        const name = taps.join();
        if (!found.has(name))
            found.set(name, { output, taps });
    }
    return [...found.values()];
}
/** Every different set of taps that an output of the plane meets: rows and columns are independent of each other. */
export function metTaps({ rows, columns }) {
    const ofColumns = axisTaps(columns);
    return axisTaps(rows).flatMap((row) => ofColumns.map((column) => ({ output: [row.output, column.output], rows: row.taps, columns: column.taps })));
}
/** The output whose group meets the most elements; the first of them. */
export function mostTaps({ rows, columns }) {
    const most = (axis) => axisTaps(axis).reduce((best, one) => (one.taps.length > best.taps.length ? one : best));
    const row = most(rows);
    const column = most(columns);
    return { output: [row.output, column.output], rows: row.taps, columns: column.taps };
}
/** How many products of a group can differ from zero. */
export function nonzeroProducts(conv) {
    const { rows, columns } = mostTaps(conv);
    return rows.length * columns.length;
}
//# sourceMappingURL=taps.js.map