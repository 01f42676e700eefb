/** One unit of a run: the outputs of a panel of columns, for a range of blocks of rows, with all their groups. Units don't depend on each other. */
import { Y_NODES_BYTES } from './fold-columns.ts';
import { foldedBytes, foldPart, NOTES_BYTES, rowPart, type FoldedRows, type FoldStep, type RowSource } from './fold-rows.ts';
import { COLUMNS_OF_TILE, ROW_TILE, type Blocking, type SharedLayout, type ThreadLayout } from './layout.ts';
import type { Kernels } from './kernels.ts';
import type { ElementBits } from './element-table.ts';
import { jobOf, type MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';

const SQUARES_OF_VECTOR = 4;
/** What takes the scale from running sums that are 2^100 times theirs. */
const UNSCALE = 2 ** -100;

/** All that a thread has to know of a run: plain data, and addresses in the shared memory. */
export interface RunDescription {
  readonly form: MatrixForm;
  readonly plan: FastPlan;
  readonly blocking: Blocking;
  readonly shared: SharedLayout;
  readonly treeWidth: number;
  readonly accumulator: { readonly width: number; readonly overflow: 'wrap' | 'saturate' };
  readonly flushToZero: boolean;
  /** S_z, or undefined where sums stay as they are. */
  readonly outputScale: number | undefined;
  readonly source: SourceGeometry;
  /** The <E,M> of X's elements, where they are such. */
  readonly element: ElementBits | undefined;
  /** Parts that the rows of a job are cut into. */
  readonly rowParts: number;
  /** Whether one thread takes all units, that of the operands. */
  readonly alone: boolean;
}

/** Where columns lie in the padded planes of Y, in elements. */
export interface SourceGeometry {
  readonly planeElements: number;
  readonly rowElements: number;
  readonly outputRows: number;
  readonly outputColumns: number;
  /** The distance of two columns of the matrix form in the source. */
  readonly columnStep: number;
  readonly rowStep: number;
}

export function unitCount({ form, blocking, rowParts }: RunDescription): number {
  return form.jobs * Math.ceil(form.columns / blocking.panelColumns) * rowParts;
}

/** A range of columns and of blocks of a job. */
interface Unit {
  readonly job: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly firstBlock: number;
  readonly blocks: number;
}

function unitAt({ form, blocking, rowParts }: RunDescription, index: number): Unit {
  const panels = Math.ceil(form.columns / blocking.panelColumns);
  const part = index % rowParts;
  const panel = Math.floor(index / rowParts) % panels;
  const firstColumn = panel * blocking.panelColumns;
  const firstBlock = Math.floor((part * blocking.blocks) / rowParts);
  return {
    job: Math.floor(index / rowParts / panels),
    firstColumn,
    columns: Math.min(blocking.panelColumns, form.columns - firstColumn),
    firstBlock,
    blocks: Math.floor(((part + 1) * blocking.blocks) / rowParts) - firstBlock,
  };
}

/** Groups that have overflowed: how many, and the first one's output index and group. */
export interface OverflowWords {
  readonly groups: number;
  readonly output: number;
  readonly group: number;
}

/** What a thread has reported. */
export function overflowOf(memory: WebAssembly.Memory, own: ThreadLayout): OverflowWords {
  const [low, high, output, group] = new Uint32Array(memory.buffer, own.report, 4);
  return { groups: high * 2 ** 32 + low, output, group };
}

/** Makes a thread's report an empty one. */
export function clearReport(memory: WebAssembly.Memory, own: ThreadLayout): void {
  new Int32Array(memory.buffer, own.report, 4).set([0, 0, -1, -1]);
}

/** Runs units on one thread's part of the memory. */
export class UnitRunner {
  readonly #run: RunDescription;
  readonly #kernels: Kernels;
  readonly #own: ThreadLayout;
  readonly #source: RowSource;
  readonly #words: Int32Array;
  readonly #doubles: Float64Array;
  /** The job whose panels of all chunks are there. */
  #packedJob = -1;
  /** The blocks of a job whose levels are there, by the first one. */
  #levelsOf = -1;

  /** @param source where rows are that units fold */
  constructor(run: RunDescription, kernels: Kernels, own: ThreadLayout, source: RowSource) {
    this.#run = run;
    this.#source = source;
    this.#kernels = kernels;
    this.#own = own;
    this.#words = new Int32Array(kernels.memory.buffer);
    this.#doubles = new Float64Array(kernels.memory.buffer);
  }

  runUnit(index: number): void {
    const { form, plan, blocking, shared, treeWidth, flushToZero, outputScale } = this.#run;
    const kernels = this.#kernels;
    const own = this.#own;
    const unit = unitAt(this.#run, index);
    const tiles = Math.ceil(unit.columns / blocking.columnsOfTile);
    const runCount = this.#layRuns(unit);
    const tile = blocking.rowTile * plan.lanes;
    kernels.clear(own.running, tile * tiles * unit.blocks);
    if (blocking.late) this.#foldLate(unit, tiles, runCount, blocking.late);
    else for (let first = 0; first < form.groups; first += treeWidth) this.#addChunk(unit, tiles, runCount, first);
    const rows = Math.min(form.rows - unit.firstBlock * plan.lanes, unit.blocks * plan.lanes);
    if (plan.folding === 'winograd') {
      this.#writeSquares(unit, tiles, rows);
      return;
    }
    const out = shared.outputs + 4 * this.#output(unit);
    const unscale = plan.terms === 'scaled' ? UNSCALE : 1;
    kernels.writeOutputs(own.running, tiles * (blocking.rowTile / ROW_TILE), plan.lanes, out, 4 * form.out.ofRow, rows, unit.columns, unscale, outputScale ?? 1, outputScale !== undefined, flushToZero);
  }

  /** Adds the sums of a chunk to the running sums. @param first group */
  #addChunk(unit: Unit, tiles: number, runCount: number, first: number): void {
    const { form, plan, blocking, treeWidth } = this.#run;
    const own = this.#own;
    const count = Math.min(blocking.chunk, form.groups - first);
    for (let done = 0; done < count; done += blocking.panelGroups) {
      const groups = Math.min(blocking.panelGroups, count - done);
      this.#packPanel(unit.job, first + done, groups, runCount, own.panel);
      if (plan.fused) this.#fusedChunk(unit, tiles, first);
      else this.#sumGroups(unit, tiles, first, done, groups, count);
    }
    const tile = blocking.rowTile * plan.lanes;
    if (!plan.fused) this.#kernels.addChunks(own.terms, tile * count, count, treeWidth, own.running, tiles, unit.blocks, plan.lanes, plan.flush);
  }

  #writeSquares(unit: Unit, tiles: number, rows: number): void {
    const { form, shared, source, flushToZero, outputScale } = this.#run;
    const own = this.#own;
    const words = this.#words;
    const squares = Math.ceil(source.outputColumns / 2);
    for (let i = 0; i < unit.columns; i++) {
      const column = 2 * ((unit.firstColumn + i) % squares);
      const row = 2 * Math.floor((unit.firstColumn + i) / squares);
      words[own.places / 4 + 2 * i] = 4 * (row * source.outputColumns + column);
      words[own.places / 4 + 2 * i + 1] = (column + 1 < source.outputColumns ? 0 : 1) | (row + 1 < source.outputRows ? 0 : 2);
    }
    const out = shared.outputs + 4 * this.#output({ ...unit, firstColumn: 0 });
    this.#kernels.writeSquares(
      own.running, tiles, own.places, out, 4 * form.out.ofRow, 4 * source.outputColumns, rows, unit.columns, outputScale ?? 1, outputScale !== undefined, flushToZero,
    );
  }

  /** The index of a unit's first output. */
  #output({ job, firstColumn, firstBlock }: Unit): number {
    const { form, plan } = this.#run;
    return jobOf(form, job).out + firstBlock * plan.lanes * form.out.ofRow + firstColumn;
  }

  /** Writes the columns of a unit as runs along the rows of the source. @returns their count */
  #layRuns({ firstColumn, columns }: Unit): number {
    const { form, plan, source } = this.#run;
    const words = this.#words;
    const line = plan.folding === 'winograd' ? Math.ceil(source.outputColumns / 2) : source.outputColumns;
    let at = this.#own.runs / 4;
    let count = 0;
    for (let column = firstColumn; column < firstColumn + columns; count++) {
      const position = column % form.positions;
      const inRow = position % line;
      const length = Math.min(line - inRow, firstColumn + columns - column);
      const plane = ((column - position) / form.positions) * form.y.ofPlane;
      const row = (position - inRow) / line;
      words[at++] = length;
      words[at++] = 2 * (plane * source.planeElements + row * source.rowStep * source.rowElements + inRow * source.columnStep);
      column += length;
    }
    return count;
  }

  #packPanel(job: number, firstGroup: number, groups: number, runCount: number, to: number): void {
    const { form, plan, blocking, shared, source } = this.#run;
    const own = this.#own;
    const { y } = jobOf(form, job);
    const firstPlane = y + firstGroup * form.y.ofGroup;
    const plane = shared.source + 2 * source.planeElements * firstPlane;
    const planeStep = 2 * source.planeElements * form.y.ofGroup * blocking.stepGroups;
    const steps = Math.ceil(groups / blocking.stepGroups);
    if (plan.folding === 'winograd') {
      this.#kernels.packSquares(plane, planeStep, planeStep / 2, steps, 2 * source.rowElements, own.runs, runCount, own.sums, to);
      return;
    }
    if (plan.lines > 0) {
      this.#kernels.packLines(plane, planeStep, steps, 2 * source.rowElements, plan.lines, own.runs, runCount, to, blocking.pitch);
      return;
    }
    if (!plan.single) {
      this.#kernels.packPanel(plane, planeStep, steps, shared.offsets, blocking.pairs, own.runs, runCount, source.columnStep, to, blocking.pitch);
      return;
    }
    const tap = this.#words[shared.offsets / 4];
    this.#kernels.packSingles(plane + tap, planeStep, groups, shared.ySingles + 4 * firstPlane, own.runs, runCount, source.columnStep, to, blocking.pitch);
    // Groups that fill the chunk up: any number but a NaN or an infinity would do.
    this.#kernels.clear(to + groups * blocking.pitch, (blocking.chunk - groups) * blocking.pitch);
  }

  /** The packed rows of a unit from a group on, and the bytes from a block to the next. */
  #rowsAt(unit: Unit, group: number): { readonly at: number; readonly block: number } {
    const { plan, blocking, shared } = this.#run;
    return this.#packed(unit, group, shared.rows, (4 * plan.lanes * blocking.pairs) / blocking.stepGroups);
  }

  /** The same for the factors of the rows. */
  #factorsAt(unit: Unit, group: number): { readonly at: number; readonly block: number } {
    const { plan, shared } = this.#run;
    return this.#packed(unit, group, shared.factors, shared.factorBytes * plan.lanes);
  }

  /** An address in [channel group][chunk][block][group of the chunk]; all groups are one chunk where a chunk isn't one kernel. */
  #packed({ job, firstBlock }: Unit, group: number, start: number, ofGroup: number): { readonly at: number; readonly block: number } {
    const { form, plan, blocking } = this.#run;
    const together = plan.fused ? blocking.chunk : blocking.groups;
    const block = ofGroup * together;
    const { channelGroup } = jobOf(form, job);
    const chunk = start + blocking.blocks * (channelGroup * blocking.groups * ofGroup + Math.floor(group / together) * block);
    return { at: chunk + firstBlock * block + (group % together) * ofGroup, block };
  }

  #fusedChunk(unit: Unit, tiles: number, first: number): void {
    const { form, plan, blocking, shared } = this.#run;
    const kernels = this.#kernels;
    const own = this.#own;
    if (plan.folding !== 'none') {
      this.#foldedChunk(unit, tiles, first);
      return;
    }
    const rows = this.#rowsAt(unit, first);
    if (plan.single) {
      kernels.singleChunk(own.panel, blocking.pitch, rows.at, rows.block, own.terms, own.running, tiles, unit.blocks);
      return;
    }
    const factors = this.#factorsAt(unit, first);
    const plane = jobOf(form, unit.job).y + first;
    const exact = plan.terms === 'exact';
    if (exact) kernels.termFactors(factors.at, factors.block, shared.ySingles + 4 * plane, blocking.chunk, unit.blocks, plan.lanes, own.factors);
    else kernels.scaledFactors(factors.at, factors.block, shared.yDoubles + 8 * plane, blocking.chunk, unit.blocks, own.factors);
    const groups = form.groups - first;
    if (plan.lines > 0) {
      kernels.linesChunk(own.panel, blocking.pitch, rows.at, rows.block, plan.lines, groups, own.factors, own.sums, own.terms, own.running, tiles, unit.blocks);
    } else if (groups >= blocking.chunk) {
      const chunk = exact ? kernels.fusedChunk : kernels.fusedScaledChunk;
      chunk(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, own.factors, own.terms, own.running, tiles, unit.blocks);
    } else {
      const chunk = exact ? kernels.fewerChunk : kernels.fewerScaledChunk;
      chunk(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, own.factors, own.terms, own.running, tiles, unit.blocks);
    }
  }

  /** A chunk whose rows were folded beforehand. */
  #foldedChunk(unit: Unit, tiles: number, first: number): void {
    const { blocking } = this.#run;
    const own = this.#own;
    const ofUnit = unit.job * blocking.blocks + unit.firstBlock;
    const chunks = blocking.groups / blocking.chunk;
    // Panels of a job have their levels in common.
    if (this.#levelsOf !== ofUnit) this.#layLevels(unit, this.#foldedAt(unit, 0), 0, chunks);
    this.#levelsOf = ofUnit;
    this.#addFolded(unit, tiles, first, this.#foldedAt(unit, first), 1, own.levels + (first / 2) * unit.blocks, own.running);
  }

  #foldedAt(unit: Unit, first: number): FoldedRows {
    const { shared, blocking } = this.#run;
    return { rows: this.#rowsAt(unit, first).at, factors: this.#factorsAt(unit, first).at, notes: this.#packed(unit, first, shared.notes, NOTES_BYTES / blocking.chunk).at, blocks: blocking.blocks };
  }

  /** Folds the rows of a unit, step by step, and takes them at once. */
  #foldLate(unit: Unit, tiles: number, runCount: number, step: FoldStep): void {
    const { form, plan, blocking } = this.#run;
    const own = this.#own;
    const { channelGroup } = jobOf(form, unit.job);
    const panel = (blocking.pitch * blocking.pairs * blocking.chunk) / blocking.stepGroups;
    const chunks = blocking.groups / blocking.chunk;
    for (let chunk = 0; chunk < chunks; chunk += step.chunks) {
      // Parts of the rows of a job have their columns in common.
      for (let i = 0; i < step.chunks && this.#packedJob !== unit.job; i++) {
        const first = (chunk + i) * blocking.chunk;
        this.#packPanel(unit.job, first, Math.min(blocking.chunk, form.groups - first), runCount, own.panel + i * panel);
      }
      if (step.chunks === chunks) this.#packedJob = unit.job;
      for (let block = 0; block < unit.blocks; block += step.blocks) {
        const part = { ...unit, firstBlock: unit.firstBlock + block, blocks: Math.min(step.blocks, unit.blocks - block) };
        const rows = { rows: own.lateRows, factors: own.lateFactors, notes: own.lateNotes, blocks: part.blocks };
        foldPart(this.#run, this.#kernels, rowPart(this.#run, channelGroup, part.firstBlock, part.blocks, chunk, step.chunks), this.#source, own.foldScratch, rows);
        this.#layLevels(part, rows, chunk, step.chunks);
        this.#addFolded(part, tiles, chunk * blocking.chunk, rows, step.chunks, own.levels, own.running + block * tiles * blocking.rowTile * plan.lanes);
      }
    }
  }

  /** Adds the sums of folded rows to running sums: of one chunk, or of several of one block. @param first group */
  #addFolded(unit: Unit, tiles: number, first: number, { rows, factors }: FoldedRows, chunks: number, levels: number, running: number): void {
    const { form, plan, blocking, shared } = this.#run;
    const kernels = this.#kernels;
    const own = this.#own;
    const bytes = foldedBytes(this.#run);
    const groups = chunks * blocking.chunk;
    kernels.termFactors(factors, bytes.factors, shared.ySingles + 4 * (jobOf(form, unit.job).y + first), groups, unit.blocks, plan.lanes, own.factors);
    if (plan.folding === 'direct') kernels.foldedChunks(own.panel, blocking.pitch, rows, bytes.rows, blocking.pairs, own.factors, levels, own.halves, own.terms, running, tiles, unit.blocks, chunks);
    else kernels.squaresChunks(own.panel, rows, bytes.rows, own.factors, levels, own.halves, own.sums, own.terms, running, tiles, unit.blocks, chunks, Math.ceil(unit.columns / SQUARES_OF_VECTOR), this.#wholeVectors(unit));
  }

  /** The first vectors of columns, in any of whose squares a lower output exists: those of the last row have none where outputs are an odd number. */
  #wholeVectors({ firstColumn, columns }: Unit): number {
    const { outputRows, outputColumns } = this.#run.source;
    const withLower = Math.floor(outputRows / 2) * Math.ceil(outputColumns / 2);
    return Math.ceil(Math.max(0, Math.min(columns, withLower - firstColumn)) / SQUARES_OF_VECTOR);
  }

  /** The levels of the nodes of some chunks, by [chunk][block]. */
  #layLevels({ job, blocks }: Unit, rows: FoldedRows, chunk: number, chunks: number): void {
    const { plan, blocking, shared } = this.#run;
    const { sums, exact } = plan.limits;
    const yNodes = shared.yNodes + Y_NODES_BYTES * ((job * blocking.groups) / blocking.chunk + chunk);
    this.#kernels.layLevels(rows.notes, rows.factors, rows.blocks, yNodes, sums, exact, this.#own.levels, blocks, chunks);
  }

  /** Sums and terms of some groups of a chunk. @param done groups of the chunk before them @param count groups of the chunk */
  #sumGroups(unit: Unit, tiles: number, first: number, done: number, groups: number, count: number): void {
    const { form, plan, blocking, shared, accumulator } = this.#run;
    const kernels = this.#kernels;
    const own = this.#own;
    const rows = this.#rowsAt(unit, first + done);
    const term = blocking.rowTile * plan.lanes;
    const tileBytes = term * count;
    const out = own.terms + term * done;
    if (plan.terms === 'exact') {
      const factors = this.#factorsAt(unit, first + done);
      const fy = shared.ySingles + 4 * (jobOf(form, unit.job).y + (first + done) * form.y.ofGroup);
      kernels.termFactors(factors.at, factors.block, fy, groups, unit.blocks, plan.lanes, own.factors);
      kernels.termSums(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, own.factors, out, tileBytes, tiles, unit.blocks, plan.lanes);
      return;
    }
    if (plan.sums === 'exact') {
      kernels.integerSums(own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, out, tileBytes, tiles, unit.blocks, plan.lanes);
    } else {
      const validRows = form.rows - unit.firstBlock * plan.lanes;
      const { width, overflow } = accumulator;
      kernels.checkedSums(
        own.panel, blocking.pitch, rows.at, rows.block, blocking.pairs, groups, out, tileBytes, tiles, unit.blocks, plan.lanes,
        width, overflow === 'saturate', validRows, unit.columns, this.#output(unit), form.out.ofRow, first + done, own.report,
      );
    }
    const factors = this.#factorsAt(unit, first + done);
    const fyTile = this.#layColumnFactors(unit, tiles, first + done, groups);
    kernels.terms(out, groups, tiles, unit.blocks, plan.lanes, tileBytes, factors.at, factors.block, own.columnFactors, fyTile, plan.flush);
  }

  /** Writes the factors of Y's scales for columns of a unit. @returns bytes from a tile to the next: 0 where they are all the same */
  #layColumnFactors({ job, firstColumn, columns }: Unit, tiles: number, firstGroup: number, groups: number): number {
    const { form, shared } = this.#run;
    const doubles = this.#doubles;
    const { y } = jobOf(form, job);
    const shapes = form.y.ofPlane > 0 ? tiles : 1;
    let at = this.#own.columnFactors / 8;
    for (let tile = 0; tile < shapes; tile++) {
      for (let g = 0; g < groups; g++) {
        for (let i = 0; i < COLUMNS_OF_TILE; i++) {
          const column = Math.min(tile * COLUMNS_OF_TILE + i, columns - 1) + firstColumn;
          const plane = y + (firstGroup + g) * form.y.ofGroup + Math.floor(column / form.positions) * form.y.ofPlane;
          doubles[at++] = doubles[shared.yDoubles / 8 + plane];
        }
      }
    }
    return form.y.ofPlane > 0 ? 8 * COLUMNS_OF_TILE * groups : 0;
  }
}
