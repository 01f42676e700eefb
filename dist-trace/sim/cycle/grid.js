/**
 * The output matrices of a pass. A row is an output channel of X (forward co, input gradient ci, weight gradient co) of one channel group, a
 * column everything else in row-major order.
 * @param channelGroups the convolution's channel groups
 */
export function outputGrid({ pass, outputShape, groupCount, groupSize }, channelGroups) {
    const [o0, o1, rows, columns] = outputShape;
    const channels = pass === 'weight-grad' ? o0 : o1;
    const others = pass === 'weight-grad' ? o1 : o0;
    return { channelGroups, matrixRows: channels / channelGroups, matrixColumns: others * rows * columns, groupCount, groupSize };
}
/** The row-major output index at a place of a channel group's matrix. */
export function outputAt({ pass, outputShape }, { matrixRows }, channelGroup, row, column) {
    const [, o1, rows, columns] = outputShape;
    const channel = channelGroup * matrixRows + row;
    const plane = rows * columns;
    if (pass === 'weight-grad')
        return channel * o1 * plane + column;
    return (Math.floor(column / plane) * o1 + channel) * plane + (column % plane);
}
//# sourceMappingURL=grid.js.map