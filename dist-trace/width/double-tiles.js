/** The tiles of a convolution whose sums are exact in doubles: `exactTiles`, fast. */
import { flushSubnormals } from "../sim/host-binary32.js";
import { addressing, paddedPlaneElements, sourcePlanes } from "../sim/functional-planes.js";
import { doubleRangeWidth, doubleSignificantBits } from "./double-bits.js";
import { accumulateTracked, saturateSums, wrapSums } from "./double-kernels.js";
/** Outputs side by side, and groups of all of them together, at most: what a cache of a few MiB holds. */
const TILE_OUTPUTS = 512;
const TILE_GROUPS = 2 ** 19;
/**
 * The outputs of a pass, tile by tile.
 * @param form with sums that `planFunctional` calls exact at 64 bits
 */
export function* doubleTiles(conv, form, x, y) {
    const { outputShape, groupCount, groupSize } = conv;
    const planeSize = outputShape[2] * outputShape[3];
    const taps = Float64Array.from(x.codes, (code) => form.xIntegers[code]);
    const sources = sourcePlanes(conv.rows, conv.columns, y.shape, (position) => form.yIntegers[y.codes[position]]);
    const planeElements = paddedPlaneElements(conv.rows, conv.columns);
    const { outputBases, tapOffsets: offsets } = addressing(conv.rows, conv.columns);
    const tileSize = Math.min(planeSize, TILE_OUTPUTS, Math.max(1, Math.floor(TILE_GROUPS / groupCount)));
    for (let plane = 0; plane < outputShape[0] * outputShape[1]; plane++) {
        const o0 = Math.floor(plane / outputShape[1]);
        const o1 = plane % outputShape[1];
        const planes = Array.from({ length: groupCount }, (_, g) => ({ x: conv.xPlane(o0, o1, g), y: conv.yPlane(o0, o1, g) }));
        for (let start = 0; start < planeSize; start += tileSize) {
            const bases = outputBases.subarray(start, Math.min(planeSize, start + tileSize));
            const groups = planes.map((of) => ({
                weights: taps.subarray(of.x * groupSize, (of.x + 1) * groupSize),
                source: sources.subarray(of.y * planeElements, (of.y + 1) * planeElements),
                bases,
                offsets,
                multiplier: form.multiplier(x.scales[of.x], y.scales[of.y]),
                weight: 2 ** form.lsb(x.scales[of.x], y.scales[of.y]),
            }));
            yield new DoubleTile(plane * planeSize + start, groups, form.subnormals.flushToZero);
        }
    }
}
class DoubleTile {
    firstOutput;
    count;
    groupCount;
    needs;
    peak;
    groups;
    sums;
    flush;
    constructor(firstOutput, groups, flush) {
        const count = groups[0].bases.length;
        const sums = new Float64Array(count * groups.length);
        const needs = new Uint8Array(sums.length);
        const lows = new Float64Array(count);
        const highs = new Float64Array(count);
        let most = -1;
        let at = { output: 0, group: 0 };
        groups.forEach((group, g) => {
            accumulateTracked(sums.subarray(g * count, (g + 1) * count), lows, highs, group);
            for (let i = 0; i < count; i++) {
                needs[g * count + i] = doubleRangeWidth(lows[i], highs[i]);
                const magnitude = Math.max(highs[i], -lows[i]);
                if (magnitude > most || (magnitude === most && firstOutput + i < at.output)) {
                    most = magnitude;
                    at = { output: firstOutput + i, group: g };
                }
            }
        });
        this.firstOutput = firstOutput;
        this.count = count;
        this.groupCount = groups.length;
        this.needs = needs;
        this.peak = { magnitude: BigInt(most), ...at };
        this.groups = groups;
        this.sums = sums;
        this.flush = flush;
    }
    scaledSums(g, out, limit) {
        const { count, needs, sums } = this;
        const group = this.groups[g];
        out.set(sums.subarray(g * count, (g + 1) * count));
        if (limit?.overflow === 'wrap')
            wrapSums(out, count, limit.width);
        if (limit?.overflow === 'saturate')
            saturateSums(out, needs.subarray(g * count, (g + 1) * count), group, limit.width);
        return group.multiplier * group.weight;
    }
    tallyScaler(tally) {
        const { count, sums } = this;
        const converted = new Float32Array(1);
        this.groups.forEach(({ multiplier, weight }, g) => {
            for (let i = 0; i < count; i++) {
                const q = sums[g * count + i] * multiplier;
                converted[0] = q * weight;
                if (this.flush)
                    flushSubnormals(converted, 0, 1);
                tally.add(doubleSignificantBits(Math.abs(q)), converted[0] === q * weight);
            }
        });
    }
}
//# sourceMappingURL=double-tiles.js.map