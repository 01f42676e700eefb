/** Planes of Y from codes to padded integers: some at once, so that they stay near, and so that threads share an image's. */
import type { Axis, Convolution } from '../convolution.ts';
import { paddedAxis } from '../functional-planes.ts';
import type { ElementBits } from './element-table.ts';
import type { Kernels } from './kernels.ts';
import type { PadGeometry, RunDescription, SourceGeometry } from './run-description.ts';

export function padGeometry(conv: Convolution, height: number, width: number, element: ElementBits | undefined): PadGeometry {
  const rowElements = paddedAxis(conv.columns).length;
  const rows = placed(conv.rows, height);
  const columns = placed(conv.columns, width);
  return {
    element: conv.columns.spacing === 1 ? element : undefined,
    planeCodes: height * width,
    rowCodes: width,
    rows: Math.max(0, rows.count),
    columns: Math.max(0, columns.count),
    from: rows.first * width + columns.first,
    to: rows.at * rowElements + columns.at,
    toRow: rowElements * conv.rows.spacing,
  };
}

/** The elements of an axis that land in a padded one: the first, how many, and where the first one lands. */
function placed(axis: Axis, size: number): { readonly first: number; readonly count: number; readonly at: number } {
  const { start, length } = paddedAxis(axis);
  const first = Math.max(0, Math.ceil(-start / axis.spacing));
  const last = Math.min(size - 1, Math.floor((length - 1 - start) / axis.spacing));
  return { first, count: last - first + 1, at: start + first * axis.spacing };
}

/** Planes of Y that lie together. */
export interface Planes {
  readonly first: number;
  readonly count: number;
}

/** Bytes of planes that are padded at once: in the first cache. */
const PART_BYTES = 2 ** 15;

/** How many planes are padded at once. */
export function planesOfPart({ planeElements }: SourceGeometry): number {
  return Math.max(1, Math.floor(PART_BYTES / (2 * planeElements)));
}

/** Zeros that rows leave behind their last element. */
const BEHIND_ROW = 14;

/** Whether no plane that is padded writes to the next one, so that threads may have one each. */
export function staysWithin({ rows, columns, to, toRow }: PadGeometry, { planeElements }: SourceGeometry): boolean {
  return 2 * (to + (rows - 1) * toRow + columns) + BEHIND_ROW <= 2 * planeElements;
}

/** Bytes behind the planes that are looked at with them. */
const BEHIND_SOURCE = 32;

/** Some planes of an image as 16-bit integers times their multipliers, with zeros around. @param codes where those of the first one are */
export function padPlanes({ shared, source, pads }: PadRun, kernels: Kernels, { first, count }: Planes, codes: number): void {
  const { element, planeCodes, rowCodes, rows, columns, from, to, toRow } = pads;
  const planeBytes = 2 * source.planeElements;
  const start = shared.source + planeBytes * first;
  kernels.clear(start, planeBytes * count);
  if (rows === 0 || columns === 0 || !element) return;
  kernels.padIntegers(codes + 2 * from, 2 * planeCodes, 2 * rowCodes, rows, columns, start + 2 * to, planeBytes, 2 * toRow, element.E, element.M, shared.multipliers + 2 * first, count);
}

/** What lies behind planes is cleared before the next ones are there. */
export function clearBehind({ shared, source }: PadRun, kernels: Kernels, { first, count }: Planes): void {
  kernels.clear(shared.source + 2 * source.planeElements * (first + count), BEHIND_SOURCE);
}

/** A bound of the largest sums of squares of windows of some planes: of the last one what lies behind it is looked at. */
export function layWindows({ shared, source }: PadRun, kernels: Kernels, { first, count }: Planes): void {
  const { planeElements, rowElements } = source;
  kernels.largestWindows(shared.source + 2 * planeElements * first, 2 * rowElements, planeElements / rowElements, rowElements, count, shared.windows + 4 * first);
}

/** What padding has to know of a run. */
export type PadRun = Pick<RunDescription, 'shared' | 'source' | 'pads' | 'plan'>;

/** How many parts an image is padded in. */
export function padPartCount({ source }: Pick<PadRun, 'source'>, planes: number): number {
  return Math.ceil(planes / planesOfPart(source));
}

/** A part of an image, with the windows of all of its planes but the last: what is behind that one may not be there yet. @param image its planes */
export function padPart(run: PadRun, kernels: Kernels, image: Planes, part: number): void {
  const { first, count } = partOf(run, image, part);
  padPlanes(run, kernels, { first, count }, run.shared.columnCodes + 2 * run.pads.planeCodes * (first - image.first));
  if (run.plan.limits.norms && count > 1) layWindows(run, kernels, { first, count: count - 1 });
}

/** The windows that parts have left. */
export function layLastWindows(run: PadRun, kernels: Kernels, image: Planes): void {
  const parts = padPartCount(run, image.count);
  for (let part = 0; part < parts; part++) {
    const { first, count } = partOf(run, image, part);
    layWindows(run, kernels, { first: first + count - 1, count: 1 });
  }
}

function partOf({ source }: PadRun, image: Planes, part: number): Planes {
  const step = planesOfPart(source);
  return { first: image.first + part * step, count: Math.min(step, image.count - part * step) };
}
