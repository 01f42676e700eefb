/** The positions of `sourceIndex`, moved so that the lowest one reached is 0. */
export function paddedAxis(axis) {
    const lastTap = (axis.taps - 1) * axis.tapStep;
    const lowestTap = Math.min(0, lastTap);
    const lowest = lowestTap - axis.offset;
    const highest = (axis.outputs - 1) * axis.outputStep + Math.max(0, lastTap) - axis.offset;
    return { length: highest - lowest + 1, start: -lowest, lowestTap };
}
/** The elements of a padded plane, known before anything is allocated. */
export function paddedPlaneElements(rows, columns) {
    return paddedAxis(rows).length * paddedAxis(columns).length;
}
export function addressing(rows, columns) {
    const { length } = paddedAxis(columns);
    return {
        outputBases: Int32Array.from({ length: rows.outputs * columns.outputs }, (_, i) => {
            const row = Math.floor(i / columns.outputs) * rows.outputStep;
            return row * length + (i % columns.outputs) * columns.outputStep;
        }),
        tapOffsets: tapOffsets(rows, columns),
    };
}
/** The taps of `addressing` alone. */
export function tapOffsets(rows, columns) {
    const r = paddedAxis(rows);
    const c = paddedAxis(columns);
    return Int32Array.from({ length: rows.taps * columns.taps }, (_, i) => {
        const row = Math.floor(i / columns.taps) * rows.tapStep - r.lowestTap;
        return row * c.length + (i % columns.taps) * columns.tapStep - c.lowestTap;
    });
}
/** All planes of a tensor, with zeros in the padding and between strides. @param valueAt the number at a row-major position */
export function sourcePlanes(rows, columns, shape, valueAt) {
    const [d0, d1, height, width] = shape;
    const r = paddedAxis(rows);
    const c = paddedAxis(columns);
    const out = new Float64Array(d0 * d1 * r.length * c.length);
    for (let plane = 0; plane < d0 * d1; plane++) {
        for (let h = 0; h < height; h++) {
            const row = r.start + h * rows.spacing;
            if (row < 0 || row >= r.length)
                continue;
            const rowStart = (plane * r.length + row) * c.length;
            for (let w = 0; w < width; w++) {
                const column = c.start + w * columns.spacing;
                if (column < 0 || column >= c.length)
                    continue;
                out[rowStart + column] = valueAt((plane * height + h) * width + w);
            }
        }
    }
    return out;
}
//# sourceMappingURL=functional-planes.js.map