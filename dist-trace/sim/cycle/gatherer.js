/** Gathers what the elements of an array finish. */
import { indexOf } from "../../bits/shape.js";
export class Gatherer {
    bits;
    finished = 0;
    groups = 0;
    firstOutput = Infinity;
    firstGroup = Infinity;
    constructor(outputs) {
        this.bits = new Uint32Array(outputs);
    }
    output(index, bits) {
        this.bits[index] = bits;
        this.finished++;
    }
    overflow(output, group) {
        this.groups++;
        if (output > this.firstOutput || (output === this.firstOutput && group > this.firstGroup))
            return;
        this.firstOutput = output;
        this.firstGroup = group;
    }
    report({ outputShape }) {
        return { groups: this.groups, first: this.groups === 0 ? null : { output: indexOf(outputShape, this.firstOutput), group: this.firstGroup } };
    }
}
//# sourceMappingURL=gatherer.js.map