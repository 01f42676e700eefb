/** The reference engine: every output through the datapath's units, one after the other. Slow and obviously right. */
import { binary32Bits } from "../bits/host-float.js";
import { elementCount, indexOf } from "../bits/shape.js";
import { sourceIndex } from "./convolution.js";
import { groupedDot } from "./grouped-dot.js";
/** The grouped operands of one output, read from the tensors by their indices. */
export function operandsOfOutput(conv, x, y, output) {
    const [o0, o1, row, column] = indexOf(conv.outputShape, output);
    const { rows, columns } = conv;
    return {
        groupCount: conv.groupCount,
        groupSize: conv.groupSize,
        x: (g, k) => x.codes[conv.xPlane(o0, o1, g) * conv.groupSize + k],
        y: (g, k) => {
            const sourceRow = sourceIndex(rows, row, Math.floor(k / columns.taps));
            const sourceColumn = sourceIndex(columns, column, k % columns.taps);
            if (sourceRow < 0 || sourceColumn < 0)
                return 0;
            return y.codes[(conv.yPlane(o0, o1, g) * rows.source + sourceRow) * columns.source + sourceColumn];
        },
        xScale: (g) => x.scales[conv.xPlane(o0, o1, g)],
        yScale: (g) => y.scales[conv.yPlane(o0, o1, g)],
        xTensorScale: binary32Bits(x.tensorScale),
        yTensorScale: binary32Bits(y.tensorScale),
    };
}
/** Runs a pass on the units. Each step is an output. */
export function* runReference(conv, datapath, x, y) {
    const total = elementCount(conv.outputShape);
    const bits = new Uint32Array(total);
    const counts = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    let overflow = { groups: 0, first: null };
    for (let output = 0; output < total; output++) {
        const dot = groupedDot(datapath, operandsOfOutput(conv, x, y, output));
        bits[output] = dot.bits;
        counts.mul += dot.counts.mul;
        counts.localAcc += dot.counts.localAcc;
        counts.groupScale += dot.counts.groupScale;
        counts.treeAdd += dot.counts.treeAdd;
        counts.tensorScale += dot.counts.tensorScale;
        if (dot.overflowed.length > 0) {
            const first = overflow.first ?? { output: indexOf(conv.outputShape, output), group: dot.overflowed[0] };
            overflow = { groups: overflow.groups + dot.overflowed.length, first };
        }
        yield { done: output + 1, total };
    }
    return { shape: conv.outputShape, bits, counts, overflow };
}
//# sourceMappingURL=reference-engine.js.map