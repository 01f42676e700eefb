/** The analysis on data: one pass over the operands for all accumulator widths, wrapping and saturating, and for the units behind them. */
import { elementCount, indexOf } from "../bits/shape.js";
import { planFunctional } from "../sim/functional-engine.js";
import { flushSubnormals } from "../sim/host-binary32.js";
import { mlsDatapath } from "../sim/mls-datapath.js";
import { MAX_ACCUMULATOR_WIDTH, MIN_ACCUMULATOR_WIDTH } from "../units/local-accumulator.js";
import { doubleTiles } from "./double-tiles.js";
import { EffectTally } from "./effects.js";
import { exactTiles } from "./exact-tiles.js";
import { knownOperandBounds } from "./known-operand.js";
import { passWidth } from "./layer-widths.js";
import { NeedsTally } from "./needs.js";
import { ScalerTally } from "./scaler-tally.js";
import { TreeErrorTally } from "./tree-error.js";
/** The most outputs of a tile. */
const MOST_OUTPUTS = 512;
/** The tiles of a pass, in doubles where every sum is exact in them. */
export function tilesOf({ conv, x, y, ...rest }) {
    const datapath = mlsDatapath({ x, y, ...rest, accumulatorWidth: MAX_ACCUMULATOR_WIDTH, accumulatorOverflow: 'wrap' });
    const { integerForm: form } = datapath;
    const exact = form !== undefined && planFunctional(conv, form, x, y) === 'exact';
    return exact ? doubleTiles(conv, form, x, y) : exactTiles(conv, datapath, x, y);
}
/** Measures a pass. Each step is a tile. */
export function* measuring(request) {
    const { conv, x, y, subnormals, treeWidth } = request;
    const worst = passWidth('data', conv, { x: x.element, y: y.element, xScale: x.scaleFormat, yScale: y.scaleFormat });
    const known = knownOperandBounds(conv, x, y.element.maxMagnitude);
    const needs = new NeedsTally();
    const scaler = new ScalerTally();
    const tensorScales = request.tensorScale ? [x.tensorScale, y.tensorScale] : null;
    const effects = new EffectTally({ treeWidth, subnormals, tensorScales }, widthsBelow(known.width), MOST_OUTPUTS);
    const trees = request.trees ? new TreeErrorTally(conv.groupCount, subnormals.flushToZero) : null;
    const total = elementCount(conv.outputShape);
    for (const tile of tilesOf(request)) {
        needs.add(tile);
        effects.add(tile);
        tile.tallyScaler(scaler);
        trees?.add(termsOf(tile, subnormals));
        yield { done: tile.firstOutput + tile.count, total };
    }
    const report = needs.report();
    return {
        shape: conv.outputShape,
        worst,
        known,
        needs: report,
        peakOutput: indexOf(conv.outputShape, report.peak.output),
        effects: effects.report().filter(({ width }) => width < report.width),
        scaler: scaler.report(),
        trees: trees?.report() ?? null,
    };
}
/** The inputs of the adder tree. */
function termsOf(tile, { flushToZero }) {
    const sums = new Float64Array(tile.count);
    return Array.from({ length: tile.groupCount }, (_, g) => {
        const factor = tile.scaledSums(g, sums);
        const lane = Float32Array.from(sums, (sum) => sum * factor);
        if (flushToZero)
            flushSubnormals(lane, 0, lane.length);
        return lane;
    });
}
/** Every accumulator width that a sum of `needed` bits could overflow. */
function widthsBelow(needed) {
    const count = Math.min(needed - 1, MAX_ACCUMULATOR_WIDTH) - MIN_ACCUMULATOR_WIDTH + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => MIN_ACCUMULATOR_WIDTH + i);
}
//# sourceMappingURL=measure.js.map