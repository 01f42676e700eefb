/** Where everything of a run lies in memory: addresses in bytes, known before anything is allocated. */
import type { MatrixForm } from './matrix-form.ts';
import type { FastPlan } from './plan.ts';

export const COLUMNS_OF_TILE = 8;
/** A tile of one row: 8 words. */
export const ROW_TILE = 4 * COLUMNS_OF_TILE;
/** A panel that several tiles share, small enough for the first cache with what is read beside it. */
const PANEL_BYTES = 28 * 2 ** 10;
/** A panel of one tile, in the second cache. */
const TILE_PANEL_BYTES = 512 * 2 ** 10;
const MAX_PANEL_COLUMNS = 4096;
/** Kernels read and write up to this much past the end of what they need. */
const SLACK = 256;
const ALIGNMENT = 64;

/** How the work is cut, from the shapes alone. */
export interface Blocking {
  /** Pairs of taps, the last one filled up with a zero. */
  readonly pairs: number;
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
}

export function blocking(form: MatrixForm, plan: FastPlan, treeWidth: number): Blocking {
  const pairs = Math.ceil(form.taps / 2);
  const groups = plan.fused ? Math.ceil(form.groups / treeWidth) * treeWidth : form.groups;
  const chunk = Math.min(treeWidth, groups);
  const columnBytes = 4 * pairs * chunk;
  const columns = Math.ceil(form.columns / COLUMNS_OF_TILE) * COLUMNS_OF_TILE;
  const fitting = Math.floor(PANEL_BYTES / columnBytes / COLUMNS_OF_TILE) * COLUMNS_OF_TILE;
  const panelColumns = Math.min(columns, Math.max(COLUMNS_OF_TILE, fitting), MAX_PANEL_COLUMNS);
  // A chunk that is one kernel has to have its whole panel.
  const panelGroups = plan.fused ? chunk : Math.max(1, Math.min(chunk, Math.floor(TILE_PANEL_BYTES / (4 * pairs * panelColumns))));
  return { pairs, blocks: Math.ceil(form.rows / plan.lanes), chunk, groups, panelGroups, panelColumns };
}

/** The parts that all threads share. */
export interface SharedLayout {
  /** The number of the next unit. */
  readonly counter: number;
  /** Bytes from a column's base to both taps of a pair. */
  readonly offsets: number;
  /** Padded planes of Y, 16-bit integers. */
  readonly source: number;
  readonly sourceBytes: number;
  /** X by [channel group][chunk][block][group][pair][lane]; all groups are one chunk where a chunk isn't one kernel. */
  readonly rows: number;
  readonly rowsBytes: number;
  /** Factors of X's scales by [channel group][chunk][block][group][lane], of `factorBytes` each. */
  readonly factors: number;
  readonly factorBytes: 4 | 8;
  /** Tables from codes: integers (2 bytes), factors (8 bytes). */
  readonly table: number;
  /** Factors of Y's scales by plane, doubles, and as binary32; zeros behind the last, as many as a chunk has groups. */
  readonly yDoubles: number;
  readonly ySingles: number;
  /** Outputs, binary32; before that codes on their way. */
  readonly outputs: number;
  /** The end, where the room of threads begins. */
  readonly end: number;
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
  readonly outputs: number;
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

export function sharedLayout(form: MatrixForm, plan: FastPlan, { pairs, blocks, groups, chunk }: Blocking, sizes: Sizes): SharedLayout {
  const place = new Allocator(ALIGNMENT);
  const rowsBytes = 4 * plan.lanes * pairs * groups * blocks * form.channelGroups;
  const sourceBytes = 2 * sizes.paddedElements * sizes.yPlanes;
  const factorBytes = plan.terms === 'exact' ? 4 : 8;
  return {
    counter: place.take(4),
    offsets: place.take(8 * pairs),
    source: place.take(sourceBytes),
    sourceBytes,
    rows: place.take(rowsBytes),
    rowsBytes,
    factors: place.take(factorBytes * plan.lanes * groups * blocks * form.channelGroups),
    factorBytes,
    table: place.take(8 * 2 ** 16),
    yDoubles: place.take(8 * (sizes.yPlanes + chunk)),
    ySingles: place.take(4 * (sizes.yPlanes + chunk)),
    outputs: place.take(Math.max(4 * sizes.outputs, 2 * Math.max(sizes.xElements, sizes.yElements), 2 * sizes.xPlanes)),
    end: place.next,
  };
}

export function threadLayout(form: MatrixForm, plan: FastPlan, { pairs, blocks, chunk, panelGroups, panelColumns }: Blocking, start: number): ThreadLayout {
  const place = new Allocator(start);
  const tiles = panelColumns / COLUMNS_OF_TILE;
  const tile = ROW_TILE * plan.lanes;
  const terms = plan.fused ? tile * (chunk / 2) : tile * chunk * tiles * blocks;
  return {
    runs: place.take(8 * (panelColumns + 1)),
    panel: place.take(4 * pairs * panelGroups * panelColumns),
    factors: place.take(4 * plan.lanes * chunk * blocks),
    columnFactors: place.take(8 * COLUMNS_OF_TILE * panelGroups * (form.y.ofPlane > 0 ? tiles : 1)),
    terms: place.take(terms),
    running: place.take(tile * tiles * blocks),
    report: place.take(16),
    bytes: place.next - start,
  };
}
