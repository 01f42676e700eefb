/** Where everything of a run lies in memory: addresses in bytes, known before anything is allocated. */
import { Y_NODES_BYTES } from './fold-columns.ts';
import { foldScratchBytes, foldStep, NOTES_BYTES, SCALE_TABLE_BYTES, type FoldStep } from './fold-rows.ts';
import type { MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';

export const COLUMNS_OF_TILE = 8;
/** A tile of one row: 8 words. */
export const ROW_TILE = 4 * COLUMNS_OF_TILE;
/** Outputs of a column of lines: a word of its panel. */
const OUTPUTS_OF_COLUMN = 2;
/** Columns that the packing of lines writes beyond the last one, in bytes. */
const LINES_SLACK = 16;
/** Squares of a tile, and the outputs of a square. */
export const SQUARES_OF_TILE = 8;
export const OUTPUTS_OF_SQUARE = 4;
/** Words of a square in a panel: its 4x4 positions. */
const POSITIONS = 16;
/** Bytes from a position of a panel of squares to the next, which the kernels know: a vector more than its columns, as all positions of a vector are written at once. */
const SQUARES_PITCH = 256;
/** A panel that several tiles share, small enough for the first cache with what is read beside it. */
const PANEL_BYTES = 28 * 2 ** 10;
/** A panel of one tile, in the second cache. */
const TILE_PANEL_BYTES = 512 * 2 ** 10;
const MAX_PANEL_COLUMNS = 4096;
/** The panels of all chunks, for each block of rows anew: in the second cache, as squares of a layer of one panel fill a quarter of it or less. */
const ALL_PANELS_BYTES = 2 * 2 ** 20;
/** Kernels read and write up to this much past the end of what they need. */
const SLACK = 256;
const ALIGNMENT = 64;
/** The words of `share.ts` but for those of queues. */
const COUNTER_WORDS = 8;

/** How the work is cut, from the shapes alone. */
export interface Blocking {
  /** Words of a column for a step: pairs of taps, the last one filled up with a zero; folded, a tap (or a position of a square) of two groups; of lines all positions' words. */
  readonly pairs: number;
  /** Groups of a step: 1, or 2 where they are folded. */
  readonly stepGroups: 1 | 2;
  readonly columnsOfTile: number;
  /** Bytes of a tile's running sums for one row. */
  readonly rowTile: number;
  /** Blocks of `lanes` rows. */
  readonly blocks: number;
  /** T, or all groups where there are fewer. */
  readonly chunk: number;
  /** The groups with those of zeros that fill the last chunk up, where a chunk is one kernel: missing lanes are +0 as well. */
  readonly groups: number;
  /** Groups of a chunk whose panel is packed at once. */
  readonly panelGroups: number;
  /** Columns of a panel: whole tiles. */
  readonly panelColumns: number;
  /** Where units fold the rows that they use, how many at once: where each is used but once, they are still near then, and threads share that work. */
  readonly late: FoldStep | undefined;
  /** Bytes from a word of a column to its next one in a panel. */
  readonly pitch: number;
  /** Slices that the rows of a panel are cut into: a unit is some neighbouring ones. */
  readonly rowSlices: number;
  /** Slices of a unit, as long as many are left. */
  readonly unitSlices: number;
  /** Chunks whose panels are there at once: all of them where slices of the rows, or all chunks of a block, have them in common; else 1. */
  readonly keptPanels: number;
}

/** A thread should have so many units of full size to take: more where units of the same columns share a panel that is kept. */
const UNITS_OF_THREAD = { folded: 6, other: 4 };
/** Slices of such a unit: the last units are smaller, so that all threads end at about the same time. */
const SLICES_OF_UNIT = 4;

/** @param prepacked whether rows are folded already */
export function blocking(form: MatrixForm, plan: FastPlan, treeWidth: number, threads: number, prepacked: boolean): Blocking {
  const squares = plan.folding === 'winograd';
  const stepGroups = plan.folding === 'none' ? 1 : 2;
  const outputsOfColumn = plan.lines > 0 ? OUTPUTS_OF_COLUMN : 1;
  const pairs = squares ? POSITIONS : plan.lines > 0 ? wordsOfLines(plan.lines) : plan.folding === 'direct' ? form.taps : Math.ceil(form.taps / 2);
  const columnsOfTile = squares ? SQUARES_OF_TILE : COLUMNS_OF_TILE * outputsOfColumn;
  const groups = plan.fused ? Math.ceil(form.groups / treeWidth) * treeWidth : form.groups;
  const chunk = Math.min(treeWidth, groups);
  // Groups that fill up a chunk have no panel, unless all of the chunk is one kernel for full chunks.
  const packed = plan.folding === 'none' && !plan.single ? Math.min(chunk, form.groups) : chunk;
  const columnBytes = (4 * pairs * packed) / stepGroups / outputsOfColumn;
  const columns = Math.ceil(form.columns / columnsOfTile) * columnsOfTile;
  const fitting = Math.floor(PANEL_BYTES / columnBytes / columnsOfTile) * columnsOfTile;
  const panelColumns = Math.min(columns, squares ? SQUARES_PITCH / 4 - columnsOfTile : Math.max(columnsOfTile, fitting), MAX_PANEL_COLUMNS);
  // A chunk that is one kernel has to have its whole panel.
  const panelGroups = plan.fused ? packed : Math.max(1, Math.min(chunk, Math.floor(TILE_PANEL_BYTES / (4 * pairs * panelColumns))));
  const rowTile = squares ? 4 * SQUARES_OF_TILE * OUTPUTS_OF_SQUARE : ROW_TILE * outputsOfColumn;
  const pitch = squares ? SQUARES_PITCH : plan.lines > 0 ? (4 * panelColumns) / outputsOfColumn + LINES_SLACK : 4 * panelColumns;
  const blocks = Math.ceil(form.rows / plan.lanes);
  const step = foldStep(form, blocks, groups / chunk);
  const panelBytes = (pitch * pairs * chunk) / stepGroups;
  const folded = plan.folding !== 'none';
  const late = folded && !prepacked && form.jobs === form.channelGroups && panelColumns === columns && panelBytes * step.chunks <= ALL_PANELS_BYTES ? step : undefined;
  const units = threads * (folded ? UNITS_OF_THREAD.folded : UNITS_OF_THREAD.other);
  const panels = form.jobs * Math.ceil(form.columns / panelColumns);
  const rowSlices = threads === 1 ? 1 : Math.min(blocks, Math.ceil((units * SLICES_OF_UNIT) / panels));
  const unitSlices = Math.min(rowSlices, Math.ceil((panels * rowSlices) / units));
  const chunks = groups / chunk;
  const keepsAll = folded && rowSlices > 1 && panelBytes * chunks <= ALL_PANELS_BYTES;
  const keptPanels = keepsAll ? chunks : (late?.chunks ?? 1);
  return { late, pitch, pairs, stepGroups, columnsOfTile, rowTile, blocks, chunk, groups, panelGroups, panelColumns, rowSlices, unitSlices, keptPanels };
}

/** Those of four positions: a word for each line, and for the seventh tap of two lines in the first and the last position. */
function wordsOfLines(lines: number): number {
  return 4 * lines + 2 * Math.ceil(lines / 2);
}

/** The parts that all threads share. */
export interface SharedLayout {
  /** The words of `share.ts`, and by job how many slices have ended. */
  readonly counter: number;
  readonly ended: number;
  /** Bytes from a column's base to both taps of a pair. */
  readonly offsets: number;
  /** Padded planes of Y, 16-bit integers. */
  readonly source: number;
  readonly sourceBytes: number;
  /**
   * X by [channel group][chunk][block][group][pair][lane]; all groups are one chunk where a chunk isn't one kernel. Folded, it is a pair of groups instead of a group.
   */
  readonly rows: number;
  readonly rowsBytes: number;
  /** Factors of X's scales by [channel group][chunk][block][group][lane], of `factorBytes` each. */
  readonly factors: number;
  readonly factorBytes: 4 | 8;
  /** What the choice of folded nodes has to know: of Y by [job][chunk], and of X by [channel group][chunk][block]. */
  readonly yNodes: number;
  readonly notes: number;
  /** By plane of Y: what its elements are multiplied by, 16-bit integers, and the largest sums of squares of its windows, 32-bit integers. */
  readonly multipliers: number;
  readonly windows: number;
  /** Codes of X that are folded, and of its scales, and factors by scale code. */
  readonly codes: number;
  readonly scaleCodes: number;
  readonly scaleTable: number;
  /** Tables from codes: integers (2 bytes), factors (8 bytes). */
  readonly table: number;
  /** Factors of Y's scales by plane, doubles, and as binary32; zeros behind the last, as many as a chunk has groups. */
  readonly yDoubles: number;
  readonly ySingles: number;
  /** Codes of an image of Y on their way: where outputs are later, unless other images have outputs by then. */
  readonly columnCodes: number;
  /** Outputs, binary32; before that codes on their way. */
  readonly outputs: number;
  /** The end, where the room of threads begins. */
  readonly end: number;
}

/** Folded rows that are there before a run, and where they end. */
export interface PrepackedLayout {
  readonly rows: number;
  readonly factors: number;
  readonly notes: number;
  readonly end: number;
}

/** Bytes of folded rows, of their factors, and of what the choice of nodes has to know. */
function foldedSizes({ channelGroups }: Pick<MatrixForm, 'channelGroups'>, lanes: number, { pairs, blocks, groups, chunk, stepGroups }: FoldBlocking): { readonly rows: number; readonly factors: number; readonly notes: number } {
  const planes = lanes * groups * blocks * channelGroups;
  return { rows: (4 * pairs * planes) / stepGroups, factors: 4 * planes, notes: NOTES_BYTES * (groups / chunk) * blocks * channelGroups };
}

/** How rows are cut that are folded for squares of outputs. */
export function squareBlocking({ rows, groups }: Pick<MatrixForm, 'rows' | 'groups'>, lanes: number, chunk: number): FoldBlocking {
  return { pairs: POSITIONS, stepGroups: 2, chunk, groups: Math.ceil(groups / chunk) * chunk, blocks: Math.ceil(rows / lanes) };
}

/** How folded rows are cut. */
export type FoldBlocking = Pick<Blocking, 'pairs' | 'stepGroups' | 'chunk' | 'groups' | 'blocks'>;

/** Folded rows by themselves, as `sharedLayout` has them among others. */
export function prepackedLayout(form: Pick<MatrixForm, 'channelGroups'>, lanes: number, blocks: FoldBlocking): PrepackedLayout {
  const place = new Allocator(ALIGNMENT);
  const sizes = foldedSizes(form, lanes, blocks);
  return { rows: place.take(sizes.rows), factors: place.take(sizes.factors), notes: place.take(sizes.notes), end: place.next };
}

/** What a thread has for itself, from its own address on. */
export interface ThreadLayout {
  readonly runs: number;
  readonly panel: number;
  /** Factors of a chunk's terms, binary32. */
  readonly factors: number;
  /** Factors of the columns, doubles by [tile][group][8]. */
  readonly columnFactors: number;
  /** Terms by [block][tile][group][lane][8], or nodes of a tree. */
  readonly terms: number;
  /** Rows that are folded late, with their factors and notes, and a scratch. */
  readonly lateRows: number;
  readonly lateFactors: number;
  readonly lateNotes: number;
  readonly foldScratch: number;
  /** Levels of folded nodes by [chunk][block][pair], and the words of a pair of groups, each group on its own. */
  readonly levels: number;
  readonly halves: number;
  /** Sums of a tile of squares on their way, and a place for each column: bytes from the plane's first output, and which edges cut it off. */
  readonly sums: number;
  readonly places: number;
  readonly running: number;
  /** Overflowed groups: how many, and the first one's output and group. */
  readonly report: number;
  readonly bytes: number;
}

interface Sizes {
  readonly xElements: number;
  readonly xPlanes: number;
  readonly yElements: number;
  readonly yPlanes: number;
  readonly paddedElements: number;
  readonly paddedRow: number;
  readonly outputs: number;
  /** At most so many queues of slices. */
  readonly queues: number;
  /** Elements of an image of Y that are on their way while units of others run. */
  readonly yElementsAside: number;
}

/** One address after the other. */
class Allocator {
  next: number;

  constructor(start: number) {
    this.next = start;
  }

  take(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil((bytes + SLACK) / ALIGNMENT) * ALIGNMENT;
    return at;
  }
}

export function sharedLayout(form: MatrixForm, plan: FastPlan, blocks: Blocking, sizes: Sizes, prepacked?: PrepackedLayout): SharedLayout {
  const { pairs, groups, chunk, late } = blocks;
  const place = new Allocator(prepacked?.end ?? ALIGNMENT);
  const own = foldedSizes(form, plan.lanes, blocks);
  const rowsBytes = late || prepacked ? 0 : own.rows;
  // Of folded rows all codes are kept for the units, or a part at a time.
  const folded = plan.folding !== 'none';
  const sourceBytes = 2 * sizes.paddedElements * sizes.yPlanes;
  // A pair's second group may be missing, and the last squares reach two lines beyond the plane.
  const beyond = plan.folding === 'none' ? 0 : 2 * (sizes.paddedElements + 2 * sizes.paddedRow);
  const factorBytes: 4 | 8 = plan.terms === 'exact' ? 4 : 8;
  const layout = {
    counter: place.take(4 * (COUNTER_WORDS + sizes.queues)),
    ended: place.take(4 * form.jobs),
    offsets: place.take(8 * pairs),
    source: place.take(sourceBytes + beyond),
    sourceBytes,
    rows: prepacked?.rows ?? place.take(rowsBytes),
    rowsBytes,
    factors: prepacked?.factors ?? place.take(late ? 0 : (own.factors * factorBytes) / 4),
    factorBytes,
    yNodes: place.take(folded ? Y_NODES_BYTES * (groups / chunk) * form.jobs : 0),
    notes: prepacked?.notes ?? place.take(folded && !late ? own.notes : 0),
    multipliers: place.take(2 * sizes.yPlanes),
    windows: place.take(plan.limits.norms ? 4 * sizes.yPlanes : 0),
    codes: place.take(folded && !prepacked ? 2 * sizes.xElements : 0),
    scaleCodes: place.take(folded && !prepacked ? 2 * sizes.xPlanes : 0),
    scaleTable: place.take(folded && !prepacked ? SCALE_TABLE_BYTES : 0),
    table: place.take(8 * 2 ** 16),
    yDoubles: place.take(8 * (sizes.yPlanes + chunk)),
    ySingles: place.take(4 * (sizes.yPlanes + chunk)),
    outputs: place.take(Math.max(4 * sizes.outputs, 2 * Math.max(sizes.xElements, sizes.yElements), 2 * sizes.xPlanes)),
  };
  const columnCodes = sizes.yElementsAside > 0 ? place.take(2 * sizes.yElementsAside) : layout.outputs;
  return { ...layout, columnCodes, end: place.next };
}

/** Bytes of a tile of squares that a kernel keeps between its steps. */
const SUMS_BYTES = 2048;

export function threadLayout(form: MatrixForm, plan: FastPlan, blocks: Blocking, start: number): ThreadLayout {
  const { pairs, chunk, panelGroups, panelColumns, pitch, rowTile, stepGroups, late, keptPanels } = blocks;
  const foldedRows = late ? plan.lanes * chunk * late.blocks * late.chunks : 0;
  const place = new Allocator(start);
  const tiles = panelColumns / blocks.columnsOfTile;
  const tile = rowTile * plan.lanes;
  const terms = plan.fused ? tile * (chunk / 2) : tile * chunk * tiles * blocks.blocks;
  return {
    runs: place.take(8 * (panelColumns + 1)),
    panel: place.take((keptPanels * pitch * pairs * panelGroups) / stepGroups),
    factors: place.take(4 * Math.max(plan.lanes * chunk * blocks.blocks, foldedRows)),
    columnFactors: place.take(8 * COLUMNS_OF_TILE * panelGroups * (form.y.ofPlane > 0 ? tiles : 1)),
    terms: place.take(terms),
    lateRows: place.take((4 * pairs * foldedRows) / stepGroups),
    lateFactors: place.take(4 * foldedRows),
    lateNotes: place.take((NOTES_BYTES * foldedRows) / (plan.lanes * chunk)),
    foldScratch: place.take(plan.folding === 'none' ? 0 : foldScratchBytes(form.taps)),
    levels: place.take(plan.folding === 'none' ? 0 : (blocks.groups / 2) * blocks.blocks),
    halves: place.take(plan.folding === 'none' ? 0 : 8 * plan.lanes * pairs),
    sums: place.take(SUMS_BYTES),
    places: place.take(8 * panelColumns),
    running: place.take(tile * tiles * blocks.blocks),
    report: place.take(16),
    bytes: place.next - start,
  };
}
