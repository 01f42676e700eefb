/** Y in folded nodes: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import { NO_SCALE, nodeScale, type OddScale } from './folding.ts';
import type { Kernels } from './kernels.ts';
import { jobOf } from './matrix-form.ts';
import { oddScales, type Scales } from './ranges.ts';
import type { RunDescription } from './unit.ts';

/** What Winograd's sums are of the group's. */
const QUADRUPLE = 4;
/** Nodes of so many levels may be one sum: of 2, 4, 8 groups. */
const MOST_LEVELS = 3;
/** Of a chunk, the only width that is folded. */
const GROUPS = 16;
/** What the kernels read of a chunk: levels of its pairs, and from here on multipliers by level, the one of the unit that is used last. */
const MULTIPLIERS = 16;
/** Bytes of all of it. */
export const Y_NODES_BYTES = MULTIPLIERS + MOST_LEVELS * 4 * GROUPS;

/** Folds planes of Y: a multiplier for each, and one factor for all of a node. A node is folded in all images or in none. */
export function foldColumns(y: Operand, scales: Scales, { form, plan, blocking, shared }: RunDescription, { memory }: Kernels, multipliers: Uint16Array): void {
  const odd = oddScales(scales);
  const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length);
  const images = form.jobs / form.channelGroups;
  let at = shared.yNodes;
  for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
    for (let first = 0; first < blocking.groups; first += GROUPS) {
      const count = Math.min(GROUPS, form.groups - first);
      const planes = Array.from({ length: images }, (_, image) => jobOf(form, image * form.channelGroups + channelGroup).y + first);
      const chunks = planes.map((plane) => Array.from({ length: GROUPS }, (_, group) => (group < count ? (odd[y.scales[plane + group]] ?? NO_SCALE) : NO_SCALE)));
      const largest = Array.from({ length: MOST_LEVELS }, (_, i) => largestMultipliers(chunks, 2 ** (i + 1)));
      const levels = levelsWithin(largest, plan.limits.y);
      new Uint8Array(memory.buffer, at, levels.length).set(levels);
      const folded = levels.flatMap((level, pair) => (level === 0 ? [1, 1] : largest[level - 1].slice(2 * pair, 2 * pair + 2)));
      new Float32Array(memory.buffer, at + MULTIPLIERS, MOST_LEVELS * GROUPS).set([...largest[0], ...largest[1], ...folded]);
      chunks.forEach((chunk, image) => { foldChunk(chunk, levels, planes[image], count, multipliers, singles); });
      at += Y_NODES_BYTES;
    }
  }
  if (plan.folding === 'winograd') for (let plane = 0; plane < singles.length; plane++) singles[plane] /= QUADRUPLE;
}

/** The largest multiplier that each group has in any image, in nodes of so many groups. */
function largestMultipliers(chunks: readonly (readonly OddScale[])[], groups: number): number[] {
  const largest = new Array<number>(GROUPS).fill(0);
  for (const chunk of chunks) {
    for (let first = 0; first < GROUPS; first += groups) {
      nodeScale(chunk.slice(first, first + groups)).multipliers.forEach((multiplier, i) => { largest[first + i] = Math.max(largest[first + i], multiplier); });
    }
  }
  return largest;
}

/** For each pair the level of the largest node around it whose multipliers are within a limit, or 0. */
function levelsWithin(largest: readonly (readonly number[])[], limit: number): number[] {
  return Array.from({ length: GROUPS / 2 }, (_, pair) => {
    for (let level = MOST_LEVELS; level > 0; level--) {
      const groups = 2 ** level;
      const first = Math.floor((2 * pair) / groups) * groups;
      if (Math.max(...largest[level - 1].slice(first, first + groups)) <= limit) return level;
    }
    return 0;
  });
}

function foldChunk(chunk: readonly OddScale[], levels: readonly number[], plane: number, count: number, multipliers: Uint16Array, singles: Float32Array): void {
  for (let first = 0; first < count; ) {
    const groups = Math.max(2, 2 ** levels[first / 2]);
    if (levels[first / 2] > 0) {
      const node = nodeScale(chunk.slice(first, first + groups));
      for (let group = first; group < Math.min(first + groups, count); group++) {
        multipliers[plane + group] = node.multipliers[group - first];
        singles[plane + group] = 2 ** node.exponent;
      }
    }
    first += groups;
  }
}
