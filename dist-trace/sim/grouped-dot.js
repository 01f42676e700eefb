/** Computes one output as the hardware does, counting each operation as it is made. */
export function groupedDot(datapath, operands) {
    const counts = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    const terms = [];
    const overflowed = [];
    for (let g = 0; g < operands.groupCount; g++) {
        let state = datapath.empty;
        for (let k = 0; k < operands.groupSize; k++) {
            state = datapath.accumulate(state, datapath.multiply(operands.x(g, k), operands.y(g, k)), k === 0);
            counts.mul++;
            if (k > 0)
                counts.localAcc++;
        }
        if (state.overflow)
            overflowed.push(g);
        terms.push(datapath.convert(datapath.scaleGroup(state.sum, operands.xScale(g), operands.yScale(g))));
        counts.groupScale++;
    }
    const sum = datapath.addTerms(terms);
    counts.treeAdd += terms.length;
    const bits = datapath.applyOutputScale(sum, datapath.outputScale(operands.xTensorScale, operands.yTensorScale));
    counts.tensorScale += datapath.tensorScaleMultiplications;
    return { bits, overflowed, counts };
}
//# sourceMappingURL=grouped-dot.js.map