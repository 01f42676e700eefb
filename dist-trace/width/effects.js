/** What accumulators that are too narrow do to the outputs. */
import { FunctionalTree } from "../sim/functional-tree.js";
import { ACCUMULATOR_OVERFLOWS } from "../units/local-accumulator.js";
/** The outputs of a tile: group sums through the tree, and S_z. */
export class TileOutputs {
    tree;
    scale;
    sums;
    /** @param tile the most outputs of a tile */
    constructor({ treeWidth, subnormals, tensorScales }, tile) {
        this.tree = new FunctionalTree(treeWidth, tile, subnormals);
        this.scale = tensorScales === null ? undefined : this.tree.roundOperandProduct(...tensorScales);
        this.sums = new Float64Array(tile);
    }
    /** Writes the outputs of one tile. @param limit the accumulator, or undefined for a wide one */
    write(tile, out, limit) {
        this.tree.clear(tile.count);
        for (let g = 0; g < tile.groupCount; g++)
            this.tree.addGroup(this.sums, tile.scaledSums(g, this.sums, limit), tile.count);
        this.tree.finish(out, this.scale);
    }
}
/** Gathers the effects of many accumulators, tile by tile. */
export class EffectTally {
    outputs;
    running;
    wide;
    found;
    total = 0;
    signal = 0;
    /** @param widths of the accumulators, each of which wraps and saturates @param tile the most outputs of a tile */
    constructor(stages, widths, tile) {
        this.outputs = new TileOutputs(stages, tile);
        this.running = widths.flatMap((width) => ACCUMULATOR_OVERFLOWS.map((overflow) => ({ limit: { width, overflow }, changed: 0, noise: 0 })));
        this.wide = new Float32Array(tile);
        this.found = new Float32Array(tile);
    }
    add(tile) {
        const { outputs, wide, found } = this;
        outputs.write(tile, wide);
        this.total += tile.count;
        for (let i = 0; i < tile.count; i++)
            if (Number.isFinite(wide[i]))
                this.signal += wide[i] ** 2;
        const most = tile.needs.reduce((a, b) => Math.max(a, b), 0);
        for (const one of this.running) {
            // A tile that fits has the outputs of a wide accumulator.
            if (most <= one.limit.width)
                continue;
            outputs.write(tile, found, one.limit);
            for (let i = 0; i < tile.count; i++) {
                if (Object.is(wide[i], found[i]))
                    continue;
                one.changed++;
                if (Number.isFinite(wide[i]))
                    one.noise += Number.isFinite(found[i]) ? (wide[i] - found[i]) ** 2 : Infinity;
            }
        }
    }
    report() {
        return this.running.map(({ limit, changed, noise }) => ({
            ...limit,
            changed,
            share: this.total === 0 ? 0 : changed / this.total,
            sqnr: noise === 0 ? null : 10 * Math.log10(this.signal / noise),
        }));
    }
}
//# sourceMappingURL=effects.js.map