/** Turns parts of a segment into inputs, cycle by cycle. The pairs come from the array's own sequencer, with its stalls. */
import { Sequencer } from '../../sim/cycle/sequencer.ts';
import { scramble, type PeInputs } from './inputs.ts';
import type { OutputOperands } from './operands.ts';
import type { PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';
import type { Gaps, Part, RunPart } from './segment.ts';

/** Yields once a cycle what the element takes in it: always the same object. */
export function* playPart(part: Part, inputs: PeInputs, p: PeParameters, random: RandomStream): Generator<PeInputs, void> {
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

function* bubbles(cycles: number, inputs: PeInputs, p: PeParameters, random: RandomStream): Generator<PeInputs, void> {
  for (let cycle = 0; cycle < cycles; cycle++) {
    scramble(inputs, p, random);
    yield inputs;
  }
}

function* playRun(part: RunPart, inputs: PeInputs, p: PeParameters, random: RandomStream): Generator<PeInputs, void> {
  let left = part.cut ?? Infinity;
  for (const word of playWholeRun(part, inputs, p, random)) {
    if (left-- === 0) return;
    yield word;
  }
}

function* playWholeRun(part: RunPart, inputs: PeInputs, p: PeParameters, random: RandomStream): Generator<PeInputs, void> {
  const { groups, pairs, outputs, interleave } = part;
  const chunks = Math.ceil(groups / p.treeWidth);
  const sequencer = new Sequencer({ outputs, chunks, groupSize: pairs, interleave, fpAddLatency: p.fpAddLatency });
  const operands: OutputOperands[] = [];
  for (;;) {
    if (sequencer.atBatchStart) {
      for (let context = 0; context < sequencer.batchSize; context++) operands[context] = part.operands(part, p, random, sequencer.batchStart + context);
    }
    if (!sequencer.advance()) return;
    scramble(inputs, p, random);
    if (sequencer.issue) issue(sequencer, operands[sequencer.context], part, inputs, p);
    yield inputs;
    if (sequencer.issue) yield* bubbles(gapAfter(sequencer, part.gaps, random), inputs, p, random);
  }
}

/** Overwrites what a pair defines of scrambled inputs: idle lanes stay scrambled, and so do scales before the last pair. */
function issue(sequencer: Sequencer, operands: OutputOperands, { groups, pairs }: RunPart, inputs: PeInputs, p: PeParameters): void {
  inputs.valid = true;
  inputs.first = sequencer.first;
  inputs.last = sequencer.last;
  inputs.chunkFirst = sequencer.chunkFirst;
  inputs.chunkLast = sequencer.chunkLast;
  inputs.context = sequencer.context;
  for (let lane = 0; lane < p.treeWidth; lane++) {
    const g = sequencer.chunk * p.treeWidth + lane;
    inputs.laneValid[lane] = g < groups ? 1 : 0;
    if (g >= groups) continue;
    inputs.x[lane] = operands.x[g * pairs + sequencer.k];
    inputs.y[lane] = operands.y[g * pairs + sequencer.k];
    if (!sequencer.last) continue;
    inputs.xScale[lane] = operands.xScale[g];
    inputs.yScale[lane] = operands.yScale[g];
  }
}

function gapAfter({ last, chunkLast }: Sequencer, gaps: Gaps, random: RandomStream): number {
  const probability = !last ? gaps.inGroup : chunkLast ? gaps.betweenOutputs : gaps.betweenChunks;
  return probability > 0 && random.chance(probability) ? random.between(1, gaps.longest) : 0;
}
