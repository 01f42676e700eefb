import { flushSubnormals, weightOf } from "../host-binary32.js";
import { accumulateLanes, addLanes, addLanesCounting, highBits, loadLanes, lowBits, multiplyLanes, multiplyLanesCounting, narrowAccumulator, populationCount, scaledSumToggles, } from "./fast-lanes.js";
import { A, C, M, S, stageName, stagesOf } from "./stages.js";
/** Whether 32-bit products and sums, and scaled sums in doubles, are exact. */
export function fitsFastElement({ product, sum, q }) {
    return product <= 32 && sum <= 32 && q <= 53;
}
/** The stage of a chunk that is done. */
const GONE = -1;
export class FastElement {
    operations = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    observer;
    operands;
    lanes;
    fpAddLatency;
    interleave;
    stages;
    widths;
    flush;
    outputScale;
    accumulator;
    neverOverflows;
    counting;
    productMask;
    sumMask;
    qMask;
    qHighMask;
    lsbMask;
    // Control, a register for each stage that has one.
    valid;
    firstPair = new Uint32Array(1);
    lastPair = new Uint32Array(2);
    /** Stages M, A and S, one after the other. */
    laneValid;
    laneCount = new Int32Array(3);
    chunkFirst;
    chunkLast;
    context;
    // Data. The scales are those of stages M and A.
    xScales;
    yScales;
    xScale;
    yScale;
    product;
    sum;
    overflow;
    q;
    lsb;
    /** Terms, tree, running sum's adder, contexts, tensor scale's multiplier: in this order. */
    fp;
    fpBits;
    treeOffsets;
    /** The tree's stages in the order of their registers. */
    treeOrder;
    addingOffset;
    runningOffset;
    multiplyingOffset;
    // When banks last took values that may differ.
    laneValidLoads = { count: 0 };
    chunkFirstLoads = { count: 0 };
    chunkLastLoads = { count: 0 };
    contextLoads = { count: 0 };
    scaleLoads = { count: 0 };
    overflowLoads = { count: 0 };
    scaledLoads = { count: 0 };
    termLoads = { count: 0 };
    treeOutputLoads = { count: 0 };
    treeDelayLoads = { count: 0 };
    runningLoads = { count: 0 };
    tensorLoads = { count: 0 };
    // Chunks in flight behind stage A, oldest first: a ring of the stage that each is in, and which output and chunk it is.
    flight;
    flightOutput;
    flightHead = 0;
    flightSize = 0;
    tagOutput = new Float64Array(2);
    tagChunk = new Float64Array(2);
    assigned;
    controlToggles = 0;
    scaleToggles = 0;
    productToggles = 0;
    accumulatorToggles = 0;
    scaledToggles = 0;
    convertedToggles = 0;
    treeToggles = 0;
    runningToggles = 0;
    tensorToggles = 0;
    constructor(form, widths, array, outputScale, operands, observer, countToggles = true) {
        const stages = stagesOf(array);
        const lanes = array.treeWidth;
        this.observer = observer;
        this.operands = operands;
        this.lanes = lanes;
        this.fpAddLatency = array.fpAddLatency;
        this.interleave = array.interleave;
        this.stages = stages;
        this.widths = widths;
        this.flush = form.subnormals.flushToZero;
        this.outputScale = outputScale;
        this.accumulator = narrowAccumulator(form.accumulator.width, form.accumulator.overflow === 'wrap');
        this.neverOverflows = operands.neverOverflows;
        this.counting = countToggles;
        this.productMask = lowBits(widths.product);
        this.sumMask = lowBits(widths.sum);
        this.qMask = lowBits(widths.q);
        this.qHighMask = highBits(widths.q);
        this.lsbMask = lowBits(widths.lsb);
        this.valid = new Uint32Array(stages.count);
        this.laneValid = new Uint32Array(3 * lanes);
        this.chunkFirst = new Uint32Array(stages.runningSum);
        this.chunkLast = new Uint32Array(stages.tensorScale);
        this.context = new Uint32Array(stages.tensorScale);
        this.xScales = new Uint32Array(2 * lanes);
        this.yScales = new Uint32Array(2 * lanes);
        this.xScale = [M, A].map((stage) => this.xScales.subarray(stage * lanes, (stage + 1) * lanes));
        this.yScale = [M, A].map((stage) => this.yScales.subarray(stage * lanes, (stage + 1) * lanes));
        this.product = new Int32Array(lanes);
        this.sum = new Int32Array(lanes);
        this.overflow = new Uint32Array(lanes);
        this.q = new Float64Array(lanes);
        this.lsb = new Int32Array(lanes);
        const treeStages = stages.levels * array.fpAddLatency;
        this.treeOffsets = new Int32Array(treeStages);
        // What the next level sees comes first, the stages before it after that.
        const isLastStage = (i) => i % array.fpAddLatency === array.fpAddLatency - 1;
        this.treeOrder = Array.from({ length: treeStages }, (_, i) => i).sort((i, j) => Number(isLastStage(j)) - Number(isLastStage(i)) || i - j);
        let offset = lanes;
        for (const i of this.treeOrder) {
            this.treeOffsets[i] = offset;
            offset += lanes >> (Math.floor(i / array.fpAddLatency) + 1);
        }
        this.addingOffset = offset;
        this.runningOffset = this.addingOffset + array.fpAddLatency - 1;
        this.multiplyingOffset = this.runningOffset + array.interleave;
        this.fp = new Float32Array(this.multiplyingOffset + stages.count - stages.tensorScale);
        this.fpBits = new Uint32Array(this.fp.buffer);
        this.flight = new Int32Array(stages.count);
        this.flightOutput = new Float64Array(stages.count);
        this.assigned = new Float64Array(array.interleave).fill(-1);
    }
    assign(context, output) {
        this.assigned[context] = output ?? -1;
    }
    clock(slot) {
        if (this.flightSize > 0)
            this.advanceFlight();
        if (this.valid[A] === 1 && this.lastPair[A] === 1)
            this.loadScaledSums();
        if (this.valid[M] === 1)
            this.loadAccumulators();
        else if (this.valid[A] === 1)
            this.clearValid(A);
        const output = slot.issue ? this.assigned[slot.context] : -1;
        if (output >= 0)
            this.loadProducts(slot, output);
        else if (this.valid[M] === 1)
            this.clearValid(M);
    }
    clearValid(stage) {
        this.valid[stage] = 0;
        this.controlToggles++;
    }
    /** Moves control from the stage before. */
    moveControl(stage) {
        const { valid, chunkFirst, chunkLast, context } = this;
        let changed = valid[stage] ^ 1;
        valid[stage] = 1;
        if (stage < chunkFirst.length && chunkFirst[stage] !== chunkFirst[stage - 1]) {
            changed++;
            chunkFirst[stage] = chunkFirst[stage - 1];
            noteLoad(this.chunkFirstLoads);
        }
        if (stage < context.length) {
            if (chunkLast[stage] !== chunkLast[stage - 1]) {
                changed++;
                chunkLast[stage] = chunkLast[stage - 1];
                noteLoad(this.chunkLastLoads);
            }
            if (context[stage] !== context[stage - 1]) {
                changed += populationCount(context[stage] ^ context[stage - 1]);
                context[stage] = context[stage - 1];
                noteLoad(this.contextLoads);
            }
        }
        this.controlToggles += changed;
    }
    setLaneCount(stage, count) {
        const before = this.laneCount[stage];
        if (before === count)
            return;
        const lane0 = stage * this.lanes;
        this.laneValid.fill(count > before ? 1 : 0, lane0 + Math.min(before, count), lane0 + Math.max(before, count));
        this.controlToggles += Math.abs(count - before);
        this.laneCount[stage] = count;
        noteLoad(this.laneValidLoads);
    }
    loadProducts(slot, output) {
        const { operands, product, counting } = this;
        if (slot.first)
            operands.select(output, slot.chunk);
        const { count: lanes, xBases, yBases, xScales, yScales } = operands.lanes;
        this.tagOutput[M] = output;
        this.tagChunk[M] = slot.chunk;
        const { xIntegers, yIntegers, tapOffsets } = operands;
        const { k } = slot;
        const offset = operands.base + tapOffsets[k];
        if (counting) {
            this.productToggles += multiplyLanesCounting(product, xIntegers, xBases, k, yIntegers, yBases, offset, lanes, this.productMask);
        }
        else {
            multiplyLanes(product, xIntegers, xBases, k, yIntegers, yBases, offset, lanes);
        }
        this.operations.mul += lanes;
        const first = slot.first ? 1 : 0;
        const last = slot.last ? 1 : 0;
        const chunkFirst = slot.chunkFirst ? 1 : 0;
        const chunkLast = slot.chunkLast ? 1 : 0;
        this.controlToggles +=
            (this.valid[M] ^ 1) +
                (this.firstPair[0] ^ first) +
                (this.lastPair[M] ^ last) +
                (this.chunkFirst[M] ^ chunkFirst) +
                (this.chunkLast[M] ^ chunkLast) +
                populationCount(this.context[M] ^ slot.context);
        this.valid[M] = 1;
        this.firstPair[0] = first;
        this.lastPair[M] = last;
        if (this.chunkFirst[M] !== chunkFirst)
            noteLoad(this.chunkFirstLoads);
        if (this.chunkLast[M] !== chunkLast)
            noteLoad(this.chunkLastLoads);
        if (this.context[M] !== slot.context)
            noteLoad(this.contextLoads);
        this.chunkFirst[M] = chunkFirst;
        this.chunkLast[M] = chunkLast;
        this.context[M] = slot.context;
        this.setLaneCount(M, lanes);
        if (last === 1)
            this.loadScales(M, xScales, yScales, lanes);
    }
    loadScales(stage, x, y, lanes) {
        const xScale = this.xScale[stage];
        const yScale = this.yScale[stage];
        let toggles = 0;
        for (let lane = 0; lane < lanes; lane++) {
            toggles += populationCount(xScale[lane] ^ x[lane]) + populationCount(yScale[lane] ^ y[lane]);
            xScale[lane] = x[lane];
            yScale[lane] = y[lane];
        }
        this.scaleToggles += toggles;
        noteLoad(this.scaleLoads);
    }
    loadAccumulators() {
        const { sum, product, counting } = this;
        const lanes = this.laneCount[M];
        const first = this.firstPair[0] === 1;
        if (!this.neverOverflows) {
            this.accumulatorToggles += accumulateLanes(sum, this.overflow, product, lanes, first, this.accumulator, this.sumMask);
            noteLoad(this.overflowLoads);
        }
        else if (counting) {
            this.accumulatorToggles += addLanesCounting(sum, product, lanes, this.sumMask, first ? 0 : -1);
        }
        else if (first) {
            loadLanes(sum, product, lanes);
        }
        else {
            addLanes(sum, product, lanes);
        }
        if (!first)
            this.operations.localAcc += lanes;
        const last = this.lastPair[M];
        this.controlToggles += this.lastPair[A] ^ last;
        this.lastPair[A] = last;
        this.moveControl(A);
        this.setLaneCount(A, lanes);
        if (last === 1)
            this.loadScales(A, this.xScale[M], this.yScale[M], lanes);
        this.tagOutput[A] = this.tagOutput[M];
        this.tagChunk[A] = this.tagChunk[M];
    }
    loadScaledSums() {
        const { q, lsb, sum, operands } = this;
        const lanes = this.laneCount[A];
        for (let lane = 0; lane < lanes; lane++) {
            const scaler = operands.scaler(this.xScale[A][lane], this.yScale[A][lane]);
            const nextQ = sum[lane] * operands.multipliers[scaler];
            const nextLsb = operands.lsbs[scaler];
            if (this.counting) {
                this.scaledToggles += scaledSumToggles(q[lane], nextQ, this.qMask, this.qHighMask) + populationCount((lsb[lane] ^ nextLsb) & this.lsbMask);
            }
            q[lane] = nextQ;
            lsb[lane] = nextLsb;
            if (this.overflow[lane] === 1)
                this.observer.overflow(this.tagOutput[A], this.tagChunk[A] * this.lanes + lane);
        }
        this.operations.groupScale += lanes;
        noteLoad(this.scaledLoads);
        this.moveControl(S);
        this.setLaneCount(S, lanes);
        const place = (this.flightHead + this.flightSize) % this.flight.length;
        this.flight[place] = S;
        this.flightOutput[place] = this.tagOutput[A];
        this.flightSize++;
    }
    /** Moves every chunk behind stage A to its next stage, the oldest first. */
    advanceFlight() {
        const { flight } = this;
        for (let i = 0; i < this.flightSize; i++) {
            const place = (this.flightHead + i) % flight.length;
            const stage = flight[place];
            if (stage === GONE)
                continue;
            flight[place] = this.advanceChunk(stage + 1, this.flightOutput[place]) ? stage + 1 : GONE;
            if (!this.isEntered(stage))
                this.clearValid(stage);
        }
        // The last chunk of an output goes through Z and stays longer than younger ones.
        while (this.flightSize > 0 && flight[this.flightHead] === GONE) {
            this.flightHead = (this.flightHead + 1) % flight.length;
            this.flightSize--;
        }
    }
    /** Whether a younger chunk moves into a stage at this edge: the stage before has not been touched yet. */
    isEntered(stage) {
        if (this.valid[stage - 1] === 0)
            return false;
        if (stage === S)
            return this.lastPair[A] === 1;
        return stage !== this.stages.tensorScale || this.chunkLast[stage - 1] === 1;
    }
    /** Loads a stage from the one before. @returns false when the chunk goes no further: its valid bit is clear by then */
    advanceChunk(stage, output) {
        const { stages } = this;
        if (stage === stages.count)
            return false;
        if (stage === C)
            this.loadTerms();
        else if (stage < stages.runningSum)
            this.loadTree(stage - stages.tree);
        else if (stage < stages.tensorScale)
            this.loadRunningSum(stage - stages.runningSum, this.context[stage - 1], stage);
        else if (stage > stages.tensorScale)
            this.loadFp(this.multiplyingOffset + stage - stages.tensorScale, this.fp[this.multiplyingOffset + stage - stages.tensorScale - 1]);
        else if (this.chunkLast[stage - 1] === 1)
            this.multiplyByOutputScale(this.context[stage - 1]);
        else
            return false;
        this.moveControl(stage);
        if (stage === stages.count - 1)
            this.showOutput(stage, output);
        return true;
    }
    showOutput(stage, output) {
        const { tensorScale } = this.stages;
        if (stage >= tensorScale)
            this.observer.output(output, this.bitsAt(this.multiplyingOffset + stage - tensorScale));
        else if (this.chunkLast[stage] === 1)
            this.observer.output(output, this.bitsAt(this.runningOffset + this.context[stage]));
    }
    bitsAt(index) {
        return this.fpBits[index];
    }
    loadTerms() {
        const { fp, fpBits, q, lsb, lanes } = this;
        const used = this.laneCount[S];
        let toggles = 0;
        for (let lane = 0; lane < lanes; lane++) {
            const before = fpBits[lane];
            fp[lane] = lane < used ? q[lane] * weightOf(lsb[lane]) : 0;
            if (this.flush)
                flushSubnormals(fp, lane, lane + 1);
            toggles += populationCount(before ^ fpBits[lane]);
        }
        this.convertedToggles += toggles;
        noteLoad(this.termLoads);
        this.operations.treeAdd += used;
    }
    loadTree(step) {
        const { fp, fpBits, treeOffsets, fpAddLatency, flush } = this;
        const source = step === 0 ? 0 : treeOffsets[step - 1];
        const target = treeOffsets[step];
        const nodes = this.lanes >> (Math.floor(step / fpAddLatency) + 1);
        const adds = step % fpAddLatency === 0;
        let toggles = 0;
        for (let node = 0; node < nodes; node++) {
            const before = fpBits[target + node];
            if (adds) {
                fp[target + node] = fp[source + 2 * node] + fp[source + 2 * node + 1];
                if (flush)
                    flushSubnormals(fp, target + node, target + node + 1);
            }
            else {
                fp[target + node] = fp[source + node];
            }
            toggles += populationCount(before ^ fpBits[target + node]);
        }
        this.treeToggles += toggles;
        noteLoad(step % fpAddLatency === fpAddLatency - 1 ? this.treeOutputLoads : this.treeDelayLoads);
    }
    loadRunningSum(step, context, stage) {
        const { fp, treeOffsets } = this;
        const root = treeOffsets.length === 0 ? 0 : treeOffsets[treeOffsets.length - 1];
        const source = step > 0 ? fp[this.addingOffset + step - 1] : (this.chunkFirst[stage - 1] === 1 ? 0 : fp[this.runningOffset + context]) + fp[root];
        const target = stage === this.stages.runningSumLast ? this.runningOffset + context : this.addingOffset + step;
        const before = this.fpBits[target];
        fp[target] = source;
        if (this.flush)
            flushSubnormals(fp, target, target + 1);
        this.runningToggles += populationCount(before ^ this.fpBits[target]);
        noteLoad(this.runningLoads);
    }
    multiplyByOutputScale(context) {
        const index = this.multiplyingOffset;
        const before = this.fpBits[index];
        this.fp[index] = this.fp[this.runningOffset + context] * this.outputScale;
        if (this.flush)
            flushSubnormals(this.fp, index, index + 1);
        // The host's NaN may have any payload; the multiplier's is one.
        if (Number.isNaN(this.fp[index]))
            this.fpBits[index] = 0x7fc0_0000;
        this.tensorToggles += populationCount(before ^ this.fpBits[index]);
        noteLoad(this.tensorLoads);
        this.operations.tensorScale++;
    }
    loadFp(target, value) {
        const before = this.fpBits[target];
        this.fp[target] = value;
        if (Number.isNaN(value))
            this.fpBits[target] = 0x7fc0_0000;
        this.tensorToggles += populationCount(before ^ this.fpBits[target]);
        noteLoad(this.tensorLoads);
    }
    toggles() {
        return new Map([
            ['control', this.controlToggles],
            ['scale', this.scaleToggles],
            ['product', this.productToggles],
            ['accumulator', this.accumulatorToggles],
            ['scaledSum', this.scaledToggles],
            ['converted', this.convertedToggles],
            ['tree', this.treeToggles],
            ['runningSum', this.runningToggles],
            ['tensorScale', this.tensorToggles],
        ]);
    }
    get banks() {
        const { stages, widths, fpBits, lanes } = this;
        const atStage = (stage) => stageName(stage, stages, this.fpAddLatency);
        const atLane = (stage) => (lane) => `${atStage(stage)}.lane${lane}`;
        /** Registers of several stages from M on, all lanes of a stage one after the other. */
        const atStageAndLane = (index) => atLane(Math.floor(index / lanes))(index % lanes);
        const unsigned = (cls, name, width, values, scope, loads) => ({ class: cls, name, width, kind: 'unsigned', scope, values, loads });
        const signed = (cls, name, width, stage, values, loads) => ({
            class: cls,
            name,
            width,
            kind: 'signed',
            scope: atLane(stage),
            values,
            loads,
        });
        const fp32 = (cls, name, start, end, scope, loads) => ({
            class: cls,
            name,
            width: 32,
            kind: 'binary32',
            scope,
            values: fpBits.subarray(start, end),
            loads,
        });
        const nodes = this.treeOrder.flatMap((i) => {
            const count = lanes >> (Math.floor(i / this.fpAddLatency) + 1);
            return Array.from({ length: count }, (_, node) => `${atStage(stages.tree + i)}.node${node}`);
        });
        // Decoded values where the next unit reads them; the stages of a delay before that hold the same numbers earlier.
        const treeOutputs = lanes + (lanes - 1);
        const delays = (name, start, end, scope, loads) => unsigned(name, 'sum', 32, fpBits.subarray(start, end), scope, loads);
        return [
            unsigned('control', 'valid', 1, this.valid, atStage),
            unsigned('control', 'first', 1, this.firstPair, atStage),
            unsigned('control', 'last', 1, this.lastPair, atStage),
            unsigned('control', 'lane_valid', 1, this.laneValid, atStageAndLane, this.laneValidLoads),
            unsigned('control', 'chunk_first', 1, this.chunkFirst, atStage, this.chunkFirstLoads),
            unsigned('control', 'chunk_last', 1, this.chunkLast, atStage, this.chunkLastLoads),
            unsigned('control', 'context', Math.max(1, Math.ceil(Math.log2(this.interleave))), this.context, atStage, this.contextLoads),
            unsigned('scale', 'scale_x', widths.xScale, this.xScales, atStageAndLane, this.scaleLoads),
            unsigned('scale', 'scale_y', widths.yScale, this.yScales, atStageAndLane, this.scaleLoads),
            signed('product', 'product', widths.product, M, this.product),
            signed('accumulator', 'sum', widths.sum, A, this.sum),
            unsigned('accumulator', 'overflow', 1, this.overflow, atLane(A), this.overflowLoads),
            signed('scaledSum', 'q', widths.q, S, this.q, this.scaledLoads),
            signed('scaledSum', 'lsb', widths.lsb, S, this.lsb, this.scaledLoads),
            fp32('converted', 'term', 0, lanes, atLane(C), this.termLoads),
            fp32('tree', 'sum', lanes, treeOutputs, (index) => nodes[index], this.treeOutputLoads),
            delays('tree', treeOutputs, this.addingOffset, (index) => nodes[index + lanes - 1], this.treeDelayLoads),
            delays('runningSum', this.addingOffset, this.runningOffset, (stage) => atStage(stages.runningSum + stage), this.runningLoads),
            fp32('runningSum', 'sum', this.runningOffset, this.multiplyingOffset, (context) => `R.context${context}`, this.runningLoads),
            fp32('tensorScale', 'output', this.multiplyingOffset, fpBits.length, (stage) => atStage(stages.tensorScale + stage), this.tensorLoads),
        ];
    }
}
/** A bank took values that may differ. */
function noteLoad(counter) {
    counter.count = (counter.count + 1) | 0;
}
//# sourceMappingURL=fast-element.js.map