import { flushSubnormals } from "../host-binary32.js";
import { highBits, limitSum, lowBits, narrowAccumulator, populationCount, scaledSumToggles, sumLanes } from "./fast-lanes.js";
import { stagesOf } from "./stages.js";
export class ChunkElement {
    operations = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    operands;
    observer;
    array;
    stages;
    accumulator;
    flush;
    outputScale;
    counting;
    groupSize;
    chunks;
    productMask;
    sumMask;
    lsbMask;
    qMask;
    qHighMask;
    product;
    sum;
    overflow;
    xScale;
    yScale;
    q;
    lsb;
    /** Terms, then the nodes of each level. */
    tree;
    treeBits;
    terms;
    sums;
    running;
    runningBits;
    /** The adder of the running sum, and the output. */
    single;
    singleBits;
    productToggles = 0;
    accumulatorToggles = 0;
    scaleToggles = 0;
    scaledToggles = 0;
    termToggles = 0;
    nodeToggles = 0;
    addingToggles = 0;
    contextToggles = 0;
    outputToggles = 0;
    // Control: what the registers hold, and how often they changed.
    laneCount = 0;
    laneToggles = 0;
    firstBit = 0;
    lastBit = 0;
    contextBits = 0;
    firstToggles = 0;
    lastToggles = 0;
    contextRegisterToggles = 0;
    chunkCount = 0;
    /** Stretches of cycles without a gap: of issued pairs, of last pairs, of last pairs of last chunks. */
    issueStretches = 0;
    chunkStretches = 0;
    outputStretches = 0;
    previousIssue = -2;
    previousOutput = -2;
    constructor(form, widths, array, outputScale, operands, observer, groups, countToggles) {
        const lanes = array.treeWidth;
        this.operands = operands;
        this.observer = observer;
        this.array = array;
        this.stages = stagesOf(array);
        this.accumulator = narrowAccumulator(form.accumulator.width, form.accumulator.overflow === 'wrap');
        this.flush = form.subnormals.flushToZero;
        this.outputScale = outputScale;
        this.counting = countToggles;
        this.groupSize = groups.groupSize;
        this.chunks = groups.chunks;
        this.productMask = lowBits(widths.product);
        this.sumMask = lowBits(widths.sum);
        this.lsbMask = lowBits(widths.lsb);
        this.qMask = lowBits(widths.q);
        this.qHighMask = highBits(widths.q);
        this.product = new Int32Array(lanes);
        this.sum = new Int32Array(lanes);
        this.overflow = new Uint8Array(lanes);
        this.xScale = new Uint32Array(lanes);
        this.yScale = new Uint32Array(lanes);
        this.q = new Float64Array(lanes);
        this.lsb = new Int32Array(lanes);
        this.tree = new Float32Array(2 * lanes);
        this.treeBits = new Uint32Array(this.tree.buffer);
        this.terms = new Float64Array(lanes);
        this.sums = new Float32Array(2 * lanes);
        this.running = new Float32Array(array.interleave);
        this.runningBits = new Uint32Array(this.running.buffer);
        this.single = new Float32Array(2);
        this.singleBits = new Uint32Array(this.single.buffer);
    }
    /** Takes a chunk of an output through the pipeline. @param start the cycle of the run's first issue */
    takeChunk(slot, output, start) {
        const { operands } = this;
        operands.select(output, slot.chunk);
        const { count: lanes } = operands.lanes;
        if (operands.neverOverflows)
            this.accumulate(lanes);
        else
            this.accumulateChecked(lanes, output, slot.chunk);
        this.scale(lanes);
        this.reduce(lanes);
        this.addToRunningSum(slot, output);
        this.operations.mul += lanes * this.groupSize;
        this.operations.localAcc += lanes * (this.groupSize - 1);
        this.operations.groupScale += lanes;
        this.operations.treeAdd += lanes;
        if (this.counting)
            this.countControl(slot, lanes, start);
    }
    accumulate(lanes) {
        const { product, sum, groupSize } = this;
        const { xIntegers, yIntegers, tapOffsets, base } = this.operands;
        const { xBases, yBases } = this.operands.lanes;
        if (!this.counting) {
            sumLanes(sum, lanes, groupSize, xIntegers, xBases, yIntegers, yBases, base, tapOffsets);
            return;
        }
        const { productMask, sumMask } = this;
        let productToggles = 0;
        let sumToggles = 0;
        for (let lane = 0; lane < lanes; lane++) {
            const xBase = xBases[lane];
            const yBase = yBases[lane] + base;
            let lastProduct = product[lane];
            let lastSum = sum[lane];
            let total = 0;
            for (let k = 0; k < groupSize; k++) {
                const next = Math.imul(xIntegers[xBase + k], yIntegers[yBase + tapOffsets[k]]);
                total = (total + next) | 0;
                productToggles += populationCount((lastProduct ^ next) & productMask);
                sumToggles += populationCount((lastSum ^ total) & sumMask);
                lastProduct = next;
                lastSum = total;
            }
            product[lane] = lastProduct;
            sum[lane] = lastSum;
        }
        this.productToggles += productToggles;
        this.accumulatorToggles += sumToggles;
    }
    /** The accumulators with their width checked at each step; equal to `accumulate` of the units. */
    accumulateChecked(lanes, output, chunk) {
        const { product, sum, overflow, groupSize, accumulator } = this;
        const { productMask, sumMask } = this;
        const { xIntegers, yIntegers, tapOffsets, base } = this.operands;
        const { xBases, yBases } = this.operands.lanes;
        const { max, min } = accumulator;
        for (let lane = 0; lane < lanes; lane++) {
            let total = 0;
            let flag = 0;
            for (let k = 0; k < groupSize; k++) {
                const next = Math.imul(xIntegers[xBases[lane] + k], yIntegers[yBases[lane] + base + tapOffsets[k]]);
                // A sum of two 32-bit integers is exact in a double.
                const exact = total + next;
                const isOutside = exact > max || exact < min;
                total = isOutside ? limitSum(exact, accumulator) : exact;
                if (isOutside)
                    flag = 1;
                this.productToggles += populationCount((product[lane] ^ next) & productMask);
                this.accumulatorToggles += populationCount((sum[lane] ^ total) & sumMask) + (overflow[lane] ^ flag);
                product[lane] = next;
                sum[lane] = total;
                overflow[lane] = flag;
            }
            if (flag === 1)
                this.observer.overflow(output, chunk * this.array.treeWidth + lane);
        }
    }
    scale(lanes) {
        const { sum, terms } = this;
        const { factors } = this.operands.lanes;
        for (let lane = 0; lane < lanes; lane++)
            terms[lane] = sum[lane] * factors[lane];
        if (this.counting)
            this.countScaler(lanes);
    }
    countScaler(lanes) {
        const { sum, q, lsb, xScale, yScale, qMask, qHighMask, lsbMask } = this;
        const { xScales, yScales, multipliers, lsbs } = this.operands.lanes;
        let scaledToggles = 0;
        let scaleToggles = 0;
        for (let lane = 0; lane < lanes; lane++) {
            const nextQ = sum[lane] * multipliers[lane];
            const nextLsb = lsbs[lane];
            scaledToggles += scaledSumToggles(q[lane], nextQ, qMask, qHighMask) + populationCount((lsb[lane] ^ nextLsb) & lsbMask);
            scaleToggles += populationCount(xScale[lane] ^ xScales[lane]) + populationCount(yScale[lane] ^ yScales[lane]);
            q[lane] = nextQ;
            lsb[lane] = nextLsb;
            xScale[lane] = xScales[lane];
            yScale[lane] = yScales[lane];
        }
        this.scaledToggles += scaledToggles;
        this.scaleToggles += scaleToggles;
    }
    /** Converts the terms and adds them up, with +0 in idle lanes. */
    reduce(lanes) {
        const { sums, terms, tree, treeBits, flush } = this;
        const width = this.array.treeWidth;
        for (let lane = 0; lane < width; lane++)
            sums[lane] = lane < lanes ? terms[lane] : 0;
        let source = 0;
        let target = width;
        for (let nodes = width / 2; nodes >= 1; nodes /= 2) {
            if (flush)
                flushSubnormals(sums, source, target);
            for (let node = 0; node < nodes; node++)
                sums[target + node] = sums[source + 2 * node] + sums[source + 2 * node + 1];
            source = target;
            target += nodes;
        }
        if (flush)
            flushSubnormals(sums, source, target);
        this.root = sums[target - 1];
        if (!this.counting)
            return;
        for (let i = 0; i < target; i++) {
            const before = treeBits[i];
            tree[i] = sums[i];
            const toggles = populationCount(before ^ treeBits[i]);
            if (i < width)
                this.termToggles += toggles;
            else
                this.nodeToggles += toggles;
        }
    }
    root = 0;
    addToRunningSum({ context, chunk }, output) {
        const { running, runningBits, single, singleBits, counting } = this;
        const before = runningBits[context];
        const adding = singleBits[0];
        const sum = (chunk === 0 ? 0 : running[context]) + this.root;
        running[context] = sum;
        if (this.flush)
            flushSubnormals(running, context, context + 1);
        if (counting) {
            single[0] = running[context];
            this.addingToggles += populationCount(adding ^ singleBits[0]);
            this.contextToggles += populationCount(before ^ runningBits[context]);
        }
        if (chunk < this.chunks - 1)
            return;
        if (!this.array.tensorScale) {
            this.observer.output(output, runningBits[context]);
            return;
        }
        const shown = singleBits[1];
        single[1] = running[context] * this.outputScale;
        if (this.flush)
            flushSubnormals(single, 1, 2);
        // The host's NaN may have any payload; the multiplier's is one.
        if (Number.isNaN(single[1]))
            singleBits[1] = 0x7fc0_0000;
        if (counting)
            this.outputToggles += populationCount(shown ^ singleBits[1]);
        this.operations.tensorScale++;
        this.observer.output(output, singleBits[1]);
    }
    countControl({ context, chunk, lastIssue, stalls }, lanes, start) {
        const first = chunk === 0 ? 1 : 0;
        const last = chunk === this.chunks - 1 ? 1 : 0;
        this.laneToggles += Math.abs(lanes - this.laneCount);
        this.firstToggles += first ^ this.firstBit;
        this.lastToggles += last ^ this.lastBit;
        this.contextRegisterToggles += populationCount(context ^ this.contextBits);
        this.laneCount = lanes;
        this.firstBit = first;
        this.lastBit = last;
        this.contextBits = context;
        this.chunkCount++;
        const issued = start + lastIssue;
        const firstIssued = issued - stalls - (this.groupSize - 1);
        // With one pair a group, the held pair is the first one too.
        if (this.groupSize > 1) {
            if (firstIssued !== this.previousIssue + 1)
                this.issueStretches++;
            if (stalls > 0)
                this.issueStretches++;
        }
        else if (issued !== this.previousIssue + 1) {
            this.issueStretches++;
        }
        if (issued !== this.previousIssue + 1 || this.groupSize > 1)
            this.chunkStretches++;
        this.previousIssue = issued;
        if (last === 0)
            return;
        if (issued !== this.previousOutput + 1)
            this.outputStretches++;
        this.previousOutput = issued;
    }
    /** All toggles of a finished run. @param end the cycle of the last issue: the last stage still shows what was issued then */
    toggles(end) {
        const { stages } = this;
        const { fpAddLatency, fpMulLatency } = this.array;
        const laneRegisters = 3;
        const tensorStages = stages.count - stages.tensorScale;
        const issued = this.chunkCount > 0 ? 1 : 0;
        // `first` rises and falls with each group, `last` in M and A too, and the very last one stays.
        const pairBits = this.groupSize === 1 ? 3 * issued : 2 * this.chunkCount + 2 * (2 * this.chunkCount - issued);
        const stillShown = this.chunkCount > 0 && this.previousIssue === end ? 1 : 0;
        const validBits = 2 * (2 * this.issueStretches + (stages.tensorScale - 2) * this.chunkStretches + tensorStages * this.outputStretches) - stillShown;
        const control = validBits +
            pairBits +
            laneRegisters * this.laneToggles +
            stages.runningSum * this.firstToggles +
            stages.tensorScale * (this.lastToggles + this.contextRegisterToggles);
        return new Map([
            ['control', control],
            ['scale', 2 * this.scaleToggles],
            ['product', this.productToggles],
            ['accumulator', this.accumulatorToggles],
            ['scaledSum', this.scaledToggles],
            ['converted', this.termToggles],
            ['tree', fpAddLatency * this.nodeToggles],
            ['runningSum', (fpAddLatency - 1) * this.addingToggles + this.contextToggles],
            ['tensorScale', fpMulLatency * this.outputToggles],
        ]);
    }
}
//# sourceMappingURL=chunk-element.js.map