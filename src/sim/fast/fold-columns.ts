/** Y in folded nodes: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import { multiplierOf, NO_SCALE, unitExponent, unitFactor } from './folding.ts';
import type { Kernels } from './kernels.ts';
import { jobOf } from './matrix-form.ts';
import { scaleWords, type Scales } from './ranges.ts';
import type { RunDescription } from './unit.ts';

/** What Winograd's sums are of the group's. */
const QUADRUPLE = 4;
/** Nodes of so many levels may be one sum: of 2, 4, 8 groups. */
const MOST_LEVELS = 3;
/** Of a chunk, the only width that is folded. */
const GROUPS = 16;
/** What the kernels read of a chunk: levels of its pairs, and from here on multipliers by level, in place of the last one those of the unit that is used. */
const MULTIPLIERS = 16;
/** Bytes of all of it. */
export const Y_NODES_BYTES = MULTIPLIERS + MOST_LEVELS * 4 * GROUPS;

/** Folds planes of Y, image by image: a multiplier for each, one factor for all of a node, and what the choice of nodes has to know. */
export function foldColumns(y: Operand, scales: Scales, { form, plan, blocking, shared }: RunDescription, { memory }: Kernels, multipliers: Uint16Array): void {
  const words = scaleWords(scales);
  const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length);
  const chunk = new Int32Array(GROUPS);
  let at = shared.yNodes;
  for (let job = 0; job < form.jobs; job++) {
    for (let first = 0; first < blocking.groups; first += GROUPS) {
      const count = Math.min(GROUPS, form.groups - first);
      const plane = jobOf(form, job).y + first;
      for (let group = 0; group < GROUPS; group++) chunk[group] = group < count ? words[y.scales[plane + group]] : NO_SCALE;
      const nodes = new Float32Array(memory.buffer, at + MULTIPLIERS, MOST_LEVELS * GROUPS);
      layMultipliers(chunk, nodes);
      const levels = new Uint8Array(memory.buffer, at, GROUPS / 2);
      layLevels(nodes, plan.limits.y, levels);
      foldChunk(chunk, levels, plane, count, multipliers, singles);
      at += Y_NODES_BYTES;
    }
  }
  if (plan.folding === 'winograd') for (let plane = 0; plane < singles.length; plane++) singles[plane] /= QUADRUPLE;
}

/** Multiplies what is known of groups by the largest norms of their windows, over the largest magnitude of Y. @param multipliers that the planes in memory were multiplied by */
export function applyNorms({ form, plan, blocking, shared, source }: RunDescription, kernels: Kernels, multipliers: Uint16Array): void {
  const chunks = blocking.groups / GROUPS;
  const rowBytes = 2 * source.rowElements;
  const rows = source.planeElements / source.rowElements;
  const numbers = new Float32Array(kernels.memory.buffer);
  kernels.largestWindows(shared.source, rowBytes, rows, source.rowElements, multipliers.length, shared.windows);
  const windows = new Int32Array(kernels.memory.buffer, shared.windows, multipliers.length);
  for (let job = 0; job < form.jobs; job++) {
    const first = jobOf(form, job).y;
    for (let group = 0; group < form.groups; group++) {
      const plane = first + group;
      const norm = Math.sqrt(windows[plane]) / (Math.max(multipliers[plane], 1) * plan.limits.yElements);
      const at = (shared.yNodes + Y_NODES_BYTES * (chunks * job + Math.floor(group / GROUPS)) + MULTIPLIERS) / 4 + (group % GROUPS);
      for (let level = 0; level < MOST_LEVELS; level++) numbers[at + level * GROUPS] *= norm;
    }
  }
}

/** The multiplier of each group in its nodes of 2, 4, 8. @param nodes [level][group] */
function layMultipliers(chunk: Int32Array, nodes: Float32Array): void {
  for (let level = 1; level <= MOST_LEVELS; level++) {
    const size = 2 ** level;
    for (let first = 0; first < GROUPS; first += size) {
      const unit = unitExponent(chunk, first, size);
      for (let group = first; group < first + size; group++) nodes[(level - 1) * GROUPS + group] = multiplierOf(chunk[group], unit);
    }
  }
}

/** For each pair the level of the largest node around it whose multipliers are within a limit, or 0; and instead of the last level's the multipliers of the level that is used. */
function layLevels(nodes: Float32Array, limit: number, levels: Uint8Array): void {
  levels.fill(0);
  for (let level = 1; level <= MOST_LEVELS; level++) {
    const size = 2 ** level;
    const row = (level - 1) * GROUPS;
    for (let first = 0; first < GROUPS; first += size) {
      if (largestOf(nodes, row + first, size) <= limit) levels.fill(level, first / 2, (first + size) / 2);
    }
  }
  const used = (MOST_LEVELS - 1) * GROUPS;
  for (let group = 0; group < GROUPS; group++) {
    const level = levels[group >> 1];
    nodes[used + group] = level === 0 ? 1 : nodes[(level - 1) * GROUPS + group];
  }
}

function largestOf(numbers: Float32Array, first: number, count: number): number {
  let largest = 0;
  for (let i = first; i < first + count; i++) largest = Math.max(largest, numbers[i]);
  return largest;
}

/** The multipliers and the factors of an image's chunk. */
function foldChunk(chunk: Int32Array, levels: Uint8Array, plane: number, count: number, multipliers: Uint16Array, singles: Float32Array): void {
  for (let first = 0; first < count; ) {
    const level = levels[first >> 1];
    const size = Math.max(2, 2 ** level);
    if (level > 0) {
      const unit = unitExponent(chunk, first, size);
      const factor = unitFactor(unit);
      for (let group = first; group < Math.min(first + size, count); group++) {
        multipliers[plane + group] = multiplierOf(chunk[group], unit);
        singles[plane + group] = factor;
      }
    }
    first += size;
  }
}
