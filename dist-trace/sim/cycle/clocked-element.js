import { Clock } from "./clock.js";
import { A, C, M, S, stageName, stagesOf } from "./stages.js";
export class ClockedElement {
    operations = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
    datapath;
    operandsOf;
    observer;
    lanes;
    fpAddLatency;
    stages;
    outputScale;
    kernel = new Clock();
    valid;
    firstPair;
    lastPair;
    laneValid;
    chunkFirst;
    chunkLast;
    context;
    xScale;
    yScale;
    product;
    sum;
    overflow;
    scaled;
    converted;
    /** Level by level, stage by stage. */
    tree;
    adding;
    running;
    multiplying;
    assigned = new Map();
    tags;
    constructor(datapath, array, outputScale, operandsOf, observer) {
        this.datapath = datapath;
        this.operandsOf = operandsOf;
        this.observer = observer;
        this.lanes = array.treeWidth;
        this.fpAddLatency = array.fpAddLatency;
        this.outputScale = outputScale;
        const stages = stagesOf(array);
        this.stages = stages;
        this.tags = new Array(stages.count);
        const { kernel, lanes } = this;
        const atStage = (stage) => stageName(stage, stages, array.fpAddLatency);
        const atLane = (stage) => (lane) => `${atStage(stage)}.lane${lane}`;
        const bits = (name, count, scope = atStage) => kernel.bank(count, { class: 'control', name, width: 1, kind: 'unsigned', scope, initial: false, word: (bit) => (bit ? 1n : 0n) });
        // The stages of a delay before the one that the next unit reads are shown as words only.
        const fp32 = (cls, name, count, scope, isRead = true) => kernel.bank(count, { class: cls, name, width: 32, kind: isRead ? 'binary32' : 'unsigned', scope, initial: 0, word: BigInt });
        const scale = (name, width) => (stage) => kernel.bank(lanes, { class: 'scale', name, width, kind: 'unsigned', scope: atLane(stage), initial: 0, word: BigInt });
        this.valid = bits('valid', stages.count);
        this.firstPair = bits('first', 1);
        this.lastPair = bits('last', 2);
        this.laneValid = [M, A, S].map((stage) => bits('lane_valid', lanes, atLane(stage)));
        this.chunkFirst = bits('chunk_first', stages.runningSum);
        this.chunkLast = bits('chunk_last', stages.tensorScale);
        const contextWidth = Math.max(1, Math.ceil(Math.log2(array.interleave)));
        this.context = kernel.bank(stages.tensorScale, {
            class: 'control',
            name: 'context',
            width: contextWidth,
            kind: 'unsigned',
            scope: atStage,
            initial: 0,
            word: BigInt,
        });
        const { product, sum, scaled, xScaleBits, yScaleBits } = datapath.words;
        this.xScale = [M, A].map(scale('scale_x', xScaleBits));
        this.yScale = [M, A].map(scale('scale_y', yScaleBits));
        const zero = datapath.multiply(0, 0);
        this.product = kernel.bank(lanes, { class: 'product', name: product.name, width: product.width, kind: 'signed', scope: atLane(M), initial: zero, word: (p) => product.word(p) });
        this.sum = kernel.bank(lanes, { class: 'accumulator', name: sum.name, width: sum.width, kind: 'signed', scope: atLane(A), initial: datapath.empty, word: (a) => sum.word(a.sum) });
        this.overflow = kernel.bank(lanes, { class: 'accumulator', name: 'overflow', width: 1, kind: 'unsigned', scope: atLane(A), initial: false, word: (bit) => (bit ? 1n : 0n) });
        this.scaled = scaled.map((field) => {
            const { name, width, initial } = field;
            return kernel.bank(lanes, { class: 'scaledSum', name, width, kind: 'signed', scope: atLane(S), initial, word: (value) => field.word(value) });
        });
        this.converted = fp32('converted', 'term', lanes, atLane(C));
        this.tree = Array.from({ length: stages.levels * array.fpAddLatency }, (_, i) => {
            const level = Math.floor(i / array.fpAddLatency) + 1;
            const isLastStage = i % array.fpAddLatency === array.fpAddLatency - 1;
            return fp32('tree', 'sum', lanes >> level, (node) => `${atStage(stages.tree + i)}.node${node}`, isLastStage);
        });
        this.adding = fp32('runningSum', 'sum', array.fpAddLatency - 1, (stage) => atStage(stages.runningSum + stage), false);
        this.running = fp32('runningSum', 'sum', array.interleave, (context) => `R.context${context}`);
        this.multiplying = fp32('tensorScale', 'output', stages.count - stages.tensorScale, (stage) => atStage(stages.tensorScale + stage));
    }
    get banks() {
        return this.kernel.banks;
    }
    toggles() {
        return this.kernel.toggles;
    }
    assign(context, output) {
        if (output === undefined)
            this.assigned.delete(context);
        else
            this.assigned.set(context, { ...this.operandsOf(output), output });
    }
    clock(slot) {
        this.evaluateTensorScale();
        this.evaluateRunningSum();
        this.evaluateTree();
        this.evaluateConverter();
        this.evaluateGroupScaler();
        this.evaluateAccumulator();
        this.evaluateMultiplier(slot);
        this.kernel.commit();
        const last = this.stages.count - 1;
        const tag = this.tags[last];
        if (!this.valid.get(last) || tag === undefined)
            return;
        if (this.stages.tensorScale <= last)
            this.observer.output(tag.output, this.multiplying.get(last - this.stages.tensorScale));
        else if (this.chunkLast.get(last))
            this.observer.output(tag.output, this.running.get(this.context.get(last)));
    }
    /** Moves control from the stage before, if it goes on, and says whether it does. */
    enter(stage, goesOn = this.valid.get(stage - 1)) {
        this.valid.load(stage, goesOn);
        this.tags[stage] = goesOn ? this.tags[stage - 1] : undefined;
        if (!goesOn)
            return false;
        if (stage < this.stages.runningSum)
            this.chunkFirst.load(stage, this.chunkFirst.get(stage - 1));
        if (stage < this.stages.tensorScale) {
            this.chunkLast.load(stage, this.chunkLast.get(stage - 1));
            this.context.load(stage, this.context.get(stage - 1));
        }
        return true;
    }
    evaluateMultiplier(slot) {
        const operands = slot.issue ? this.assigned.get(slot.context) : undefined;
        this.valid.load(M, operands !== undefined);
        this.tags[M] = operands && { output: operands.output, chunk: slot.chunk };
        if (operands === undefined)
            return;
        this.firstPair.load(M, slot.first);
        this.lastPair.load(M, slot.last);
        this.chunkFirst.load(M, slot.chunkFirst);
        this.chunkLast.load(M, slot.chunkLast);
        this.context.load(M, slot.context);
        for (let lane = 0; lane < this.lanes; lane++) {
            const g = slot.chunk * this.lanes + lane;
            const hasGroup = g < operands.groupCount;
            this.laneValid[M].load(lane, hasGroup);
            if (!hasGroup)
                continue;
            this.product.load(lane, this.datapath.multiply(operands.x(g, slot.k), operands.y(g, slot.k)));
            this.operations.mul++;
            if (!slot.last)
                continue;
            this.xScale[M].load(lane, operands.xScale(g));
            this.yScale[M].load(lane, operands.yScale(g));
        }
    }
    evaluateAccumulator() {
        if (!this.enter(A))
            return;
        const first = this.firstPair.get(M);
        const last = this.lastPair.get(M);
        this.lastPair.load(A, last);
        for (let lane = 0; lane < this.lanes; lane++) {
            const hasGroup = this.laneValid[M].get(lane);
            this.laneValid[A].load(lane, hasGroup);
            if (!hasGroup)
                continue;
            const next = this.datapath.accumulate(this.sum.get(lane), this.product.get(lane), first);
            this.sum.load(lane, next);
            this.overflow.load(lane, next.overflow);
            if (!first)
                this.operations.localAcc++;
            if (!last)
                continue;
            this.xScale[A].load(lane, this.xScale[M].get(lane));
            this.yScale[A].load(lane, this.yScale[M].get(lane));
        }
    }
    evaluateGroupScaler() {
        if (!this.enter(S, this.valid.get(A) && this.lastPair.get(A)))
            return;
        const tag = this.tags[S];
        for (let lane = 0; lane < this.lanes; lane++) {
            const hasGroup = this.laneValid[A].get(lane);
            this.laneValid[S].load(lane, hasGroup);
            if (!hasGroup)
                continue;
            const { sum, overflow } = this.sum.get(lane);
            const scaled = this.datapath.scaleGroup(sum, this.xScale[A].get(lane), this.yScale[A].get(lane));
            for (const bank of this.scaled)
                bank.load(lane, scaled);
            this.operations.groupScale++;
            if (overflow && tag)
                this.observer.overflow(tag.output, tag.chunk * this.lanes + lane);
        }
    }
    evaluateConverter() {
        if (!this.enter(C))
            return;
        for (let lane = 0; lane < this.lanes; lane++) {
            const hasGroup = this.laneValid[S].get(lane);
            this.converted.load(lane, hasGroup ? this.datapath.convert(this.scaled[0].get(lane)) : 0);
            if (hasGroup)
                this.operations.treeAdd++;
        }
    }
    evaluateTree() {
        for (let i = this.tree.length - 1; i >= 0; i--) {
            if (!this.enter(this.stages.tree + i))
                continue;
            const level = Math.floor(i / this.fpAddLatency) + 1;
            const source = i === 0 ? this.converted : this.tree[i - 1];
            const adds = i % this.fpAddLatency === 0;
            for (let node = 0; node < this.lanes >> level; node++) {
                this.tree[i].load(node, adds ? this.datapath.add(source.get(2 * node), source.get(2 * node + 1)) : source.get(node));
            }
        }
    }
    evaluateRunningSum() {
        for (let stage = this.stages.runningSumLast; stage >= this.stages.runningSum; stage--) {
            const step = stage - this.stages.runningSum;
            const context = this.context.get(stage - 1);
            const startsAtZero = stage === this.stages.runningSum && this.chunkFirst.get(stage - 1);
            if (!this.enter(stage))
                continue;
            const sum = step === 0 ? this.datapath.add(startsAtZero ? 0 : this.running.get(context), this.chunkSum()) : this.adding.get(step - 1);
            if (stage === this.stages.runningSumLast)
                this.running.load(context, sum);
            else
                this.adding.load(step, sum);
        }
    }
    /** The root of the tree; with one lane there is no tree. */
    chunkSum() {
        return (this.tree.at(-1) ?? this.converted).get(0);
    }
    evaluateTensorScale() {
        const { tensorScale, count, runningSumLast } = this.stages;
        for (let stage = count - 1; stage > tensorScale; stage--) {
            if (this.enter(stage))
                this.multiplying.load(stage - tensorScale, this.multiplying.get(stage - tensorScale - 1));
        }
        if (count === tensorScale)
            return;
        if (!this.enter(tensorScale, this.valid.get(runningSumLast) && this.chunkLast.get(runningSumLast)))
            return;
        const sum = this.running.get(this.context.get(runningSumLast));
        this.multiplying.load(0, this.datapath.applyOutputScale(sum, this.outputScale));
        this.operations.tensorScale++;
    }
}
//# sourceMappingURL=clocked-element.js.map