/** Y in folded nodes: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import { multiplierOf, NO_SCALE, unitExponent, unitFactor, unitRatio } from './folding.ts';
import type { Kernels } from './kernels.ts';
import { jobOf } from './matrix-form.ts';
import { scaleWords, type Scales } from './ranges.ts';
import type { RunDescription } from './run-description.ts';

/** What Winograd's sums are of the group's. */
const QUADRUPLE = 4;
/** Nodes of so many levels may be one sum: of 2, 4, 8 groups. */
const MOST_LEVELS = 3;
/** Of a chunk, the only width that is folded. */
const GROUPS = 16;
/**
 * What the kernels read of a chunk: levels of its pairs; from here on multipliers of its groups in the units of pairs and of fours; and units of pairs and fours over those
 * that their groups have.
 */
const MULTIPLIERS = 16;
const NUMBERS = 2 * GROUPS + GROUPS / 2 + GROUPS / 4;
/** Bytes of all of it. */
export const Y_NODES_BYTES = MULTIPLIERS + 4 * NUMBERS;

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
      const levels = new Uint8Array(memory.buffer, at, GROUPS / 2);
      layLevels(chunk, plan.limits.y, levels);
      layNodes(chunk, levels, new Float32Array(memory.buffer, at + MULTIPLIERS, NUMBERS));
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
      numbers[at] *= norm;
      numbers[at + GROUPS] *= norm;
    }
  }
}

/** For each pair the level of the largest node around it whose multipliers are within a limit, or 0. */
function layLevels(chunk: Int32Array, limit: number, levels: Uint8Array): void {
  levels.fill(0);
  for (let level = 1; level <= MOST_LEVELS; level++) {
    const size = 2 ** level;
    for (let first = 0; first < GROUPS; first += size) {
      const unit = unitExponent(chunk, first, size);
      let largest = 0;
      for (let group = first; group < first + size; group++) largest = Math.max(largest, multiplierOf(chunk[group], unit));
      if (largest <= limit) levels.fill(level, first / 2, (first + size) / 2);
    }
  }
}

/** The multipliers of groups in the units of pairs and of fours, and these units over the ones that the groups have. @param nodes [2][group], [pair], [four] */
function layNodes(chunk: Int32Array, levels: Uint8Array, nodes: Float32Array): void {
  layNodesOf(2, chunk, levels, nodes, 0, 2 * GROUPS);
  layNodesOf(4, chunk, levels, nodes, GROUPS, 2 * GROUPS + GROUPS / 2);
}

/** Those of one size. @param multipliers, units where they go */
function layNodesOf(size: number, chunk: Int32Array, levels: Uint8Array, nodes: Float32Array, multipliers: number, units: number): void {
  for (let first = 0; first < GROUPS; first += size) {
    const unit = unitExponent(chunk, first, size);
    for (let group = first; group < first + size; group++) nodes[multipliers + group] = multiplierOf(chunk[group], unit);
    const shared = Math.max(size, 2 ** levels[first / 2]);
    nodes[units + first / size] = unitRatio(unit, unitExponent(chunk, first - (first % shared), shared));
  }
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
