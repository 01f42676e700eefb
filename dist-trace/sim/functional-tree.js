import { flushSubnormals } from "./host-binary32.js";
/** The adder tree of one tile. */
export class FunctionalTree {
    /** Lane-major: the terms of each output of the tile. */
    lanes;
    running;
    flush;
    used = 0;
    count = 0;
    constructor(width, tile, subnormals) {
        this.lanes = Array.from({ length: width }, () => new Float32Array(tile));
        this.running = new Float32Array(tile);
        this.flush = subnormals.flushToZero;
    }
    /** Starts the running sums of a tile at +0. */
    clear(count) {
        this.count = count;
        this.used = 0;
        this.running.fill(0, 0, count);
    }
    /** Converts a group's sums and takes them as the next lane. */
    addGroup(sums, factor, count) {
        const lane = this.lanes[this.used];
        for (let i = 0; i < count; i++)
            lane[i] = sums[i] * factor;
        if (this.flush)
            flushSubnormals(lane, 0, count);
        this.used++;
        if (this.used === this.lanes.length)
            this.reduceChunk();
    }
    /** Writes the outputs of the tile. @param scale S_z, or undefined to leave the sums as they are */
    finish(out, scale) {
        if (this.used > 0) {
            for (let lane = this.used; lane < this.lanes.length; lane++)
                this.lanes[lane].fill(0, 0, this.count);
            this.reduceChunk();
        }
        for (let i = 0; i < this.count; i++)
            out[i] = scale === undefined ? this.running[i] : this.running[i] * scale;
        if (this.flush)
            flushSubnormals(out, 0, this.count);
    }
    /** The rounded product of two binary32 numbers under the tree's subnormal policy. */
    roundOperandProduct(a, b) {
        const operands = Float32Array.of(a, b);
        if (this.flush)
            flushSubnormals(operands, 0, 2);
        const product = Float32Array.of(operands[0] * operands[1]);
        if (this.flush)
            flushSubnormals(product, 0, 1);
        return product[0];
    }
    reduceChunk() {
        const { lanes, running, count } = this;
        for (let width = lanes.length; width > 1; width /= 2) {
            for (let pair = 0; pair < width / 2; pair++)
                this.add(lanes[pair], lanes[2 * pair], lanes[2 * pair + 1]);
        }
        this.add(running, running, lanes[0]);
        this.used = 0;
        this.count = count;
    }
    add(out, a, b) {
        for (let i = 0; i < this.count; i++)
            out[i] = a[i] + b[i];
        if (this.flush)
            flushSubnormals(out, 0, this.count);
    }
}
//# sourceMappingURL=functional-tree.js.map