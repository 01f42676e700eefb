/** The error of adder trees on data: every width and wiring against the exact sum of the same terms. */
import { MAX_TREE_WIDTH } from "../units/adder-tree.js";
import { addExactly, partsValue } from "./exact-sum.js";
import { forwardErrorFactor, treeDepth, UNIT_ROUNDOFF } from "./tree-bound.js";
import { TREE_ORDERS, treeSums } from "./tree-orders.js";
/** Gathers the errors of all trees, tile by tile. */
export class TreeErrorTally {
    running;
    groupCount;
    flush;
    /** @param groupCount G @param flush whether subnormal sums become zeros */
    constructor(groupCount, flush) {
        this.groupCount = groupCount;
        this.flush = flush;
        // With more lanes than groups, the rest is idle and changes nothing.
        const widest = Math.min(MAX_TREE_WIDTH, 2 ** Math.ceil(Math.log2(groupCount)));
        this.running = TREE_ORDERS.flatMap((order) => powersOfTwo(widest).map((width) => ({ order, width, largest: 0, squares: 0, exact: 0, outputs: 0 })));
    }
    /** @param terms the tree's inputs: a lane for each group, all of one length */
    add(terms) {
        const sums = Array.from(terms[0], (_, i) => exactSum(terms, i));
        for (const one of this.running) {
            const found = treeSums(terms, one, this.flush);
            sums.forEach((sum, i) => {
                if (sum === undefined || !Number.isFinite(found[i]))
                    return;
                const parts = [...sum.parts];
                addExactly(parts, -found[i]);
                const difference = Math.abs(partsValue(parts));
                one.outputs++;
                if (difference === 0) {
                    one.exact++;
                    return;
                }
                const error = difference / (sum.magnitude * UNIT_ROUNDOFF);
                one.largest = Math.max(one.largest, error);
                one.squares += error ** 2;
            });
        }
    }
    /** Every width from 1 to 1024, in each wiring. */
    report() {
        return TREE_ORDERS.flatMap((order) => {
            const measured = this.running.filter((one) => one.order === order);
            return powersOfTwo(MAX_TREE_WIDTH).map((width) => {
                const { largest, squares, exact, outputs } = measured.find((one) => one.width === width) ?? measured[measured.length - 1];
                const depth = treeDepth(this.groupCount, width);
                const mean = (total) => (outputs === 0 ? 0 : total / outputs);
                return { order, width, depth, bound: forwardErrorFactor(depth) / UNIT_ROUNDOFF, largest, rms: Math.sqrt(mean(squares)), exact: mean(exact) };
            });
        });
    }
}
/** The exact sum of an output's terms as parts, and of their magnitudes; undefined where a term is infinite or none differs from zero. */
function exactSum(terms, output) {
    const parts = [];
    let magnitude = 0;
    for (const lane of terms) {
        if (!Number.isFinite(lane[output]))
            return undefined;
        addExactly(parts, lane[output]);
        magnitude += Math.abs(lane[output]);
    }
    return magnitude === 0 ? undefined : { parts, magnitude };
}
function powersOfTwo(most) {
    return Array.from({ length: Math.log2(most) + 1 }, (_, i) => 2 ** i);
}
//# sourceMappingURL=tree-error.js.map