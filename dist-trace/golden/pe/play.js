/** Turns parts of a segment into inputs, cycle by cycle. The pairs come from the array's own sequencer, with its stalls. */
import { Sequencer } from "../../sim/cycle/sequencer.js";
import { scramble } from "./inputs.js";
/** Yields once a cycle what the element takes in it: always the same object. */
export function* playPart(part, inputs, p, random) {
    switch (part.kind) {
        case 'run':
            yield* playRun(part, inputs, p, random);
            return;
        case 'idle':
            yield* bubbles(part.cycles, inputs, p, random);
            return;
        case 'reset':
            for (let cycle = 0; cycle < part.cycles; cycle++) {
                scramble(inputs, p, random);
                inputs.reset = true;
                inputs.valid = random.chance(part.valid);
                yield inputs;
            }
    }
}
function* bubbles(cycles, inputs, p, random) {
    for (let cycle = 0; cycle < cycles; cycle++) {
        scramble(inputs, p, random);
        yield inputs;
    }
}
function* playRun(part, inputs, p, random) {
    let left = part.cut ?? Infinity;
    for (const word of playWholeRun(part, inputs, p, random)) {
        if (left-- === 0)
            return;
        yield word;
    }
}
function* playWholeRun(part, inputs, p, random) {
    const { groups, pairs, outputs, interleave } = part;
    const chunks = Math.ceil(groups / p.treeWidth);
    const sequencer = new Sequencer({ outputs, chunks, groupSize: pairs, interleave, fpAddLatency: p.fpAddLatency });
    const operands = [];
    for (;;) {
        if (sequencer.atBatchStart) {
            for (let context = 0; context < sequencer.batchSize; context++)
                operands[context] = part.operands(part, p, random, sequencer.batchStart + context);
        }
        if (!sequencer.advance())
            return;
        scramble(inputs, p, random);
        if (sequencer.issue)
            issue(sequencer, operands[sequencer.context], part, inputs, p);
        yield inputs;
        if (sequencer.issue)
            yield* bubbles(gapAfter(sequencer, part.gaps, random), inputs, p, random);
    }
}
/** Overwrites what a pair defines of scrambled inputs: idle lanes stay scrambled, and so do scales before the last pair. */
function issue(sequencer, operands, { groups, pairs }, inputs, p) {
    inputs.valid = true;
    inputs.first = sequencer.first;
    inputs.last = sequencer.last;
    inputs.chunkFirst = sequencer.chunkFirst;
    inputs.chunkLast = sequencer.chunkLast;
    inputs.context = sequencer.context;
    for (let lane = 0; lane < p.treeWidth; lane++) {
        const g = sequencer.chunk * p.treeWidth + lane;
        inputs.laneValid[lane] = g < groups ? 1 : 0;
        if (g >= groups)
            continue;
        inputs.x[lane] = operands.x[g * pairs + sequencer.k];
        inputs.y[lane] = operands.y[g * pairs + sequencer.k];
        if (!sequencer.last)
            continue;
        inputs.xScale[lane] = operands.xScale[g];
        inputs.yScale[lane] = operands.yScale[g];
    }
}
function gapAfter({ last, chunkLast }, gaps, random) {
    const probability = !last ? gaps.inGroup : chunkLast ? gaps.betweenOutputs : gaps.betweenChunks;
    return probability > 0 && random.chance(probability) ? random.between(1, gaps.longest) : 0;
}
//# sourceMappingURL=play.js.map