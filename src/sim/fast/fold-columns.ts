/** Y in folded nodes: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import { exponentOf, multiplierOf, NO_SCALE, unitFactor, unitRatio } from './folding.ts';
import type { Kernels } from './kernels.ts';
import { jobOf, jobsOf } from './matrix-form.ts';
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

/** Units of a chunk's pairs, fours and eights, as exponents, and where those of a level begin. */
const UNITS = GROUPS / 2 + GROUPS / 4 + GROUPS / 8;
const UNITS_OF_LEVEL = [0, 0, GROUPS / 2, GROUPS / 2 + GROUPS / 4];

/** What a chunk is looked at with. */
interface ChunkNodes {
  /** Words of scales by group, of none where there is no group. */
  readonly words: Int32Array;
  readonly units: Int32Array;
  /** By pair, the level of the largest node around it whose multipliers are within a limit, or 0. */
  readonly levels: Uint8Array;
}

/** Folds the planes of an image of Y: a multiplier for each, one factor for all of a node, and what the choice of nodes has to know. @param words of scales by code */
export function foldColumns(y: Operand, words: Int32Array, image: number, { form, plan, blocking, shared }: RunDescription, { memory }: Kernels, multipliers: Uint16Array): void {
  const codes = y.scales;
  const singles = new Float32Array(memory.buffer, shared.ySingles, codes.length);
  const chunks = (form.jobs * blocking.groups) / GROUPS;
  const bytes = new Uint8Array(memory.buffer, shared.yNodes, Y_NODES_BYTES * chunks);
  const numbers = new Float32Array(memory.buffer, shared.yNodes, (Y_NODES_BYTES / 4) * chunks);
  const nodes: ChunkNodes = { words: new Int32Array(GROUPS), units: new Int32Array(UNITS), levels: new Uint8Array(GROUPS / 2) };
  const growth = plan.folding === 'winograd' ? QUADRUPLE : 1;
  const { first: firstJob, end } = jobsOf(form, image);
  let at = (Y_NODES_BYTES * firstJob * blocking.groups) / GROUPS;
  for (let job = firstJob; job < end; job++) {
    for (let first = 0; first < blocking.groups; first += GROUPS) {
      const count = Math.min(GROUPS, form.groups - first);
      const plane = jobOf(form, job).y + first;
      for (let group = 0; group < GROUPS; group++) nodes.words[group] = group < count ? words[codes[plane + group]] : NO_SCALE;
      layUnits(nodes);
      layLevels(nodes, plan.limits.y);
      for (let pair = 0; pair < GROUPS / 2; pair++) bytes[at + pair] = nodes.levels[pair];
      layNumbers(nodes, numbers, (at + MULTIPLIERS) / 4);
      foldChunk(nodes, plane, count, growth, multipliers, singles);
      at += Y_NODES_BYTES;
    }
  }
}

/** Multiplies what is known of an image's groups by the largest norms of their windows, over the largest magnitude of Y. @param multipliers that the planes in memory were multiplied by */
export function applyNorms(image: number, { form, plan, blocking, shared }: RunDescription, kernels: Kernels, multipliers: Uint16Array): void {
  const chunks = blocking.groups / GROUPS;
  const numbers = new Float32Array(kernels.memory.buffer);
  const { first: firstJob, end } = jobsOf(form, image);
  const windows = new Int32Array(kernels.memory.buffer, shared.windows, multipliers.length);
  for (let job = firstJob; job < end; job++) {
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

function layUnits({ words, units }: ChunkNodes): void {
  const pairs = GROUPS / 2;
  for (let pair = 0; pair < pairs; pair++) units[pair] = Math.min(exponentOf(words[2 * pair]), exponentOf(words[2 * pair + 1]));
  // A node of four is two pairs, one of eight is two of these.
  for (let i = 0; i < UNITS - pairs; i++) units[pairs + i] = Math.min(units[2 * i], units[2 * i + 1]);
}

function layLevels({ words, units, levels }: ChunkNodes, limit: number): void {
  levels.fill(0);
  for (let level = 1; level <= MOST_LEVELS; level++) {
    const size = 1 << level;
    for (let first = 0; first < GROUPS; first += size) {
      const unit = units[UNITS_OF_LEVEL[level] + (first >> level)];
      let within = true;
      for (let group = first; group < first + size; group++) if (multiplierOf(words[group], unit) > limit) within = false;
      if (within) for (let pair = first >> 1; pair < (first + size) >> 1; pair++) levels[pair] = level;
    }
  }
}

/** The multipliers of groups in the units of pairs and of fours, and these units over the ones that the groups have. @param at the first number */
function layNumbers({ words, units, levels }: ChunkNodes, numbers: Float32Array, at: number): void {
  let ratios = at + 2 * GROUPS;
  for (let level = 1; level <= 2; level++) {
    const first = at + (level - 1) * GROUPS;
    for (let group = 0; group < GROUPS; group++) numbers[first + group] = multiplierOf(words[group], units[UNITS_OF_LEVEL[level] + (group >> level)]);
    for (let node = 0; node < GROUPS >> level; node++) {
      const group = node << level;
      const shared = Math.max(level, levels[group >> 1]);
      numbers[ratios++] = unitRatio(units[UNITS_OF_LEVEL[level] + node], units[UNITS_OF_LEVEL[shared] + (group >> shared)]);
    }
  }
}

/** The multipliers and the factors of an image's chunk. @param growth what the kernel's sums are of the group's */
function foldChunk({ words, units, levels }: ChunkNodes, plane: number, count: number, growth: number, multipliers: Uint16Array, singles: Float32Array): void {
  for (let group = 0; group < count; group++) {
    const level = levels[group >> 1];
    if (level === 0) {
      singles[plane + group] /= growth;
    } else {
      const unit = units[UNITS_OF_LEVEL[level] + (group >> level)];
      multipliers[plane + group] = multiplierOf(words[group], unit);
      singles[plane + group] = unitFactor(unit) / growth;
    }
  }
}
