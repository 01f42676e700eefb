import { largestMagnitude, planKernel } from "../functional-engine.js";
import { addressing, paddedPlaneElements, sourcePlanes } from "../functional-planes.js";
import { weightOf } from "../host-binary32.js";
/** Decodes the operands. Needs integers of at most 32 bits. */
export function shareOperands(conv, form, x, y, xScaleBits, yScaleBits) {
    const { rows, columns } = conv;
    const planes = sourcePlanes(rows, columns, y.shape, (position) => form.yIntegers[y.codes[position]]);
    return {
        conv,
        form,
        x,
        y,
        xIntegers: Int32Array.from(x.codes, (code) => form.xIntegers[code]),
        yIntegers: Int32Array.from(planes),
        planeElements: paddedPlaneElements(rows, columns),
        xPlaneStep: conv.xPlane(0, 0, 1) - conv.xPlane(0, 0, 0),
        yPlaneStep: conv.yPlane(0, 0, 1) - conv.yPlane(0, 0, 0),
        ...addressing(rows, columns),
        multipliers: new Uint8Array(2 ** (xScaleBits + yScaleBits)),
        lsbs: new Int32Array(2 ** (xScaleBits + yScaleBits)),
        yScaleBits,
        neverOverflows: planKernel(form, conv.groupSize, largestMagnitude(x.codes, form.xIntegers), largestMagnitude(y.codes, form.yIntegers)) === 'exact',
    };
}
/** What the lanes of a chunk read: the same for all outputs of a plane. */
export class ChunkLanes {
    /** Lanes that have a group. */
    count = 0;
    xBases;
    yBases;
    xScales;
    yScales;
    /** The group scaler of each lane: q = sum x multiplier, of weight 2^lsb; their value is sum x factor. */
    multipliers;
    lsbs;
    factors;
    /** The planes of the first lane that the rest was made for. */
    xPlane = -1;
    yPlane = -1;
    constructor(lanes) {
        this.xBases = new Int32Array(lanes);
        this.yBases = new Int32Array(lanes);
        this.xScales = new Uint32Array(lanes);
        this.yScales = new Uint32Array(lanes);
        this.multipliers = new Float64Array(lanes);
        this.lsbs = new Int32Array(lanes);
        this.factors = new Float64Array(lanes);
    }
}
/** The operands of one element: pair k of a lane is xIntegers[xBases + k] and yIntegers[yBases + base + tapOffsets[k]]. */
export class FastOperands {
    xIntegers;
    yIntegers;
    tapOffsets;
    multipliers;
    lsbs;
    neverOverflows;
    /** The current chunk. */
    lanes;
    /** The current output's place in a padded plane. */
    base = 0;
    chunks = [];
    shared;
    treeWidth;
    constructor(shared, treeWidth) {
        this.shared = shared;
        this.treeWidth = treeWidth;
        this.xIntegers = shared.xIntegers;
        this.yIntegers = shared.yIntegers;
        this.tapOffsets = shared.tapOffsets;
        this.multipliers = shared.multipliers;
        this.lsbs = shared.lsbs;
        this.neverOverflows = shared.neverOverflows;
        this.lanes = new ChunkLanes(treeWidth);
    }
    /** Points the lanes at a chunk; what it shares with the outputs before is kept. @param output row-major output index */
    select(output, chunk) {
        const { conv, outputBases } = this.shared;
        const { outputShape } = conv;
        const planeSize = outputShape[2] * outputShape[3];
        const plane = Math.floor(output / planeSize);
        const o0 = Math.floor(plane / outputShape[1]);
        const o1 = plane - o0 * outputShape[1];
        this.base = outputBases[output - plane * planeSize];
        const firstGroup = chunk * this.treeWidth;
        const xPlane = conv.xPlane(o0, o1, firstGroup);
        const yPlane = conv.yPlane(o0, o1, firstGroup);
        const lanes = (this.chunks[chunk] ??= new ChunkLanes(this.treeWidth));
        this.lanes = lanes;
        if (lanes.xPlane !== xPlane || lanes.yPlane !== yPlane)
            this.fill(lanes, xPlane, yPlane, Math.min(this.treeWidth, conv.groupCount - firstGroup));
    }
    fill(lanes, firstX, firstY, count) {
        const { conv, x, y, planeElements, xPlaneStep, yPlaneStep } = this.shared;
        for (let lane = 0, xPlane = firstX, yPlane = firstY; lane < count; lane++, xPlane += xPlaneStep, yPlane += yPlaneStep) {
            lanes.xBases[lane] = xPlane * conv.groupSize;
            lanes.yBases[lane] = yPlane * planeElements;
            const xScale = x.scales[xPlane];
            const yScale = y.scales[yPlane];
            const scaler = this.scaler(xScale, yScale);
            lanes.xScales[lane] = xScale;
            lanes.yScales[lane] = yScale;
            lanes.multipliers[lane] = this.multipliers[scaler];
            lanes.lsbs[lane] = this.lsbs[scaler];
            lanes.factors[lane] = this.multipliers[scaler] * weightOf(this.lsbs[scaler]);
        }
        lanes.xPlane = firstX;
        lanes.yPlane = firstY;
        lanes.count = count;
    }
    /** The index in `multipliers` and `lsbs` of a pair of scale codes. */
    scaler(xScale, yScale) {
        const { form, yScaleBits } = this.shared;
        const index = (xScale << yScaleBits) | yScale;
        if (this.multipliers[index] === 0) {
            this.multipliers[index] = form.multiplier(xScale, yScale);
            this.lsbs[index] = form.lsb(xScale, yScale);
        }
        return index;
    }
}
//# sourceMappingURL=fast-operands.js.map