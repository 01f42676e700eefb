/** What a run is cut into: units, and where in memory each has its rows and its outputs. All of it is plain data. */
import type { ElementBits } from './element-table.ts';
import type { Blocking, SharedLayout } from './layout.ts';
import { jobOf, type MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';

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
  readonly pads: PadGeometry;
  /** How many parts of Y threads pad, and of how many planes: 0 where the first one does that alone. */
  readonly padParts: number;
  readonly padPlanes: number;
  /** The <E,M> of X's elements, where they are such. */
  readonly element: ElementBits | undefined;
  /** How many threads may take units; if one, it is that of the operands. */
  readonly threads: number;
  /** Queues that slices wait in: one for each thread, so that it stays with its panels, or one for all where Y is still brought into memory image by image. */
  readonly queues: number;
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

/** Where the codes of a plane of Y land in a padded one, in elements. */
export interface PadGeometry {
  /** The <E,M> of Y's elements, where they are such and land side by side: else nothing is padded here. */
  readonly element: ElementBits | undefined;
  /** Elements of a plane, and of one of its rows. */
  readonly planeCodes: number;
  readonly rowCodes: number;
  /** How many land, the first of them, and where in the padded plane it does. */
  readonly rows: number;
  readonly columns: number;
  readonly from: number;
  readonly to: number;
  /** From one row to the next in the padded plane. */
  readonly toRow: number;
}

/** What all of the work is cut into: neighbouring slices of the same columns make a unit. */
export function sliceCount({ form, blocking }: Pick<RunDescription, 'form' | 'blocking'>): number {
  return form.jobs * Math.ceil(form.columns / blocking.panelColumns) * blocking.rowSlices;
}

/** Neighbouring slices, of whole panels where each queue has some. */
export interface SliceRange {
  readonly first: number;
  readonly end: number;
}

/** The slices of a queue. @param queue below `queues` */
export function queueOf(run: RunDescription, queue: number): SliceRange {
  const slices = sliceCount(run);
  const step = slices / run.blocking.rowSlices < run.queues ? 1 : run.blocking.rowSlices;
  const boundary = (index: number): number => step * Math.floor((index * slices) / step / run.queues);
  return { first: boundary(queue), end: boundary(queue + 1) };
}

/** Of the slices that are left, a thread leaves so many times its own to each. */
const LEFT_TO_EACH = 2;

/** How many slices the next unit of a queue has: fewer towards the end, when a thread with a large one would be waited for. @param slice its first one @param end that of the queue */
export function slicesOfUnit(run: RunDescription, slice: number, end: number): number {
  const { rowSlices, unitSlices } = run.blocking;
  const fair = Math.floor(((end - slice) * run.queues) / (LEFT_TO_EACH * run.threads));
  const ofPanel = Math.min(end - slice, rowSlices - (slice % rowSlices));
  return Math.min(ofPanel, unitSlices, Math.max(1, fair));
}

/** A range of columns and of blocks of a job. */
export interface Unit {
  readonly job: number;
  readonly firstColumn: number;
  readonly columns: number;
  readonly firstBlock: number;
  readonly blocks: number;
}

/** @param slice the unit's first one @param slices how many it has, all of one panel */
export function unitAt({ form, blocking }: RunDescription, slice: number, slices: number): Unit {
  const { rowSlices } = blocking;
  const panels = Math.ceil(form.columns / blocking.panelColumns);
  const inPanel = slice % rowSlices;
  const panel = Math.floor(slice / rowSlices) % panels;
  const firstColumn = panel * blocking.panelColumns;
  const firstBlock = Math.floor((inPanel * blocking.blocks) / rowSlices);
  return {
    job: Math.floor(slice / rowSlices / panels),
    firstColumn,
    columns: Math.min(blocking.panelColumns, form.columns - firstColumn),
    firstBlock,
    blocks: Math.floor(((inPanel + slices) * blocking.blocks) / rowSlices) - firstBlock,
  };
}

/** The index of a unit's first output. */
export function firstOutput({ form, plan }: RunDescription, { job, firstColumn, firstBlock }: Unit): number {
  return jobOf(form, job).out + firstBlock * plan.lanes * form.out.ofRow + firstColumn;
}

/** Where something of a unit's rows begins, and the bytes from a block to the next. */
export interface PackedPart {
  readonly at: number;
  readonly block: number;
}

/** The packed rows of a unit from a group on. */
export function rowsAt(run: RunDescription, unit: Unit, group: number): PackedPart {
  const { plan, blocking, shared } = run;
  return packedAt(run, unit, group, shared.rows, (4 * plan.lanes * blocking.pairs) / blocking.stepGroups);
}

/** The same for the factors of the rows. */
export function factorsAt(run: RunDescription, unit: Unit, group: number): PackedPart {
  const { plan, shared } = run;
  return packedAt(run, unit, group, shared.factors, shared.factorBytes * plan.lanes);
}

/** An address in [channel group][chunk][block][group of the chunk]; all groups are one chunk where a chunk isn't one kernel. */
export function packedAt({ form, plan, blocking }: RunDescription, { job, firstBlock }: Unit, group: number, start: number, ofGroup: number): PackedPart {
  const together = plan.fused ? blocking.chunk : blocking.groups;
  const block = ofGroup * together;
  const { channelGroup } = jobOf(form, job);
  const chunk = start + blocking.blocks * (channelGroup * blocking.groups * ofGroup + Math.floor(group / together) * block);
  return { at: chunk + firstBlock * block + (group % together) * ofGroup, block };
}
