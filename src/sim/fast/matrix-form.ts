/**
 * A pass as products of matrices: for each group, rows of X planes times columns of source positions. Rows are the outputs that share a
 * column's source: output channels (forward), input channels (input gradient), E's channels (weight gradient). Columns are the positions of an output
 * plane, and in the weight gradient of all planes of a row.
 *
 * All of it is plain numbers, so that it can be handed to another thread.
 */
import type { Convolution } from '../convolution.ts';

export interface MatrixForm {
  /** Independent products: the channel groups of each image, or of the whole batch in the weight gradient. */
  readonly jobs: number;
  readonly rows: number;
  readonly columns: number;
  /** Positions of an output plane; columns / positions planes lie side by side. */
  readonly positions: number;
  readonly groups: number;
  readonly taps: number;
  /** The plane of X for (job, row, group) is a sum of multiples of these. */
  readonly x: { readonly ofChannelGroup: number; readonly ofRow: number; readonly ofGroup: number };
  /** The plane of Y for (job, group, plane of the column). */
  readonly y: { readonly ofImage: number; readonly ofChannelGroup: number; readonly ofGroup: number; readonly ofPlane: number };
  /** The output index of (job, row), at column 0. */
  readonly out: { readonly ofImage: number; readonly ofChannelGroup: number; readonly ofRow: number };
  /** A job is image x channelGroups + channel group. */
  readonly channelGroups: number;
  /** Present for kernels of 3x3 taps side by side and outputs one apart. */
  readonly window?: Window | undefined;
  /** How many lines of seven taps side by side a kernel has, whose outputs are two apart and an even number in a row: as the first layer of many networks. */
  readonly lines?: number | undefined;
}

export interface Window {
  /** Which way the taps go through the source. */
  readonly taps: 'forwards' | 'backwards';
  /** Squares of 2x2 outputs in a plane, row by row; the last ones of a line or column are cut off. */
  readonly squares: number;
}

/** The form of a pass. @param xPlanes, yPlanes channels of X and Y, their second index */
export function matrixForm(conv: Convolution, xChannels: number, yChannels: number): MatrixForm {
  const { pass, outputShape, groupCount: groups, groupSize: taps, channelGroups } = conv;
  const positions = outputShape[2] * outputShape[3];
  const common = { positions, groups, taps, channelGroups, window: windowOf(conv), lines: linesOf(conv) };
  if (pass === 'weight-grad') {
    const rows = outputShape[0] / channelGroups;
    const planes = outputShape[1];
    return {
      ...common,
      jobs: channelGroups,
      rows,
      columns: planes * positions,
      x: { ofChannelGroup: rows, ofRow: 1, ofGroup: xChannels },
      y: { ofImage: 0, ofChannelGroup: planes, ofGroup: yChannels, ofPlane: 1 },
      out: { ofImage: 0, ofChannelGroup: rows * planes * positions, ofRow: planes * positions },
    };
  }
  const rows = outputShape[1] / channelGroups;
  return {
    ...common,
    jobs: outputShape[0] * channelGroups,
    rows,
    columns: positions,
    x: pass === 'forward' ? { ofChannelGroup: rows * groups, ofRow: groups, ofGroup: 1 } : { ofChannelGroup: rows * groups, ofRow: 1, ofGroup: rows },
    y: { ofImage: yChannels, ofChannelGroup: groups, ofGroup: 1, ofPlane: 0 },
    out: { ofImage: outputShape[1] * positions, ofChannelGroup: rows * positions, ofRow: positions },
  };
}

/** The first planes and the first output of a job. */
export function jobOf(form: MatrixForm, job: number): { readonly channelGroup: number; readonly x: number; readonly y: number; readonly out: number } {
  const image = Math.floor(job / form.channelGroups);
  const channelGroup = job % form.channelGroups;
  return {
    channelGroup,
    x: channelGroup * form.x.ofChannelGroup,
    y: image * form.y.ofImage + channelGroup * form.y.ofChannelGroup,
    out: image * form.out.ofImage + channelGroup * form.out.ofChannelGroup,
  };
}

/** Images of Y whose jobs need nothing of the others: those of the batch, or one where a job has all of them. */
export function imageCount({ jobs, channelGroups, y }: MatrixForm): number {
  return y.ofPlane > 0 ? 1 : jobs / channelGroups;
}

/** The jobs that need an image. */
export function jobsOf(form: MatrixForm, image: number): { readonly first: number; readonly end: number } {
  const jobs = form.jobs / imageCount(form);
  return { first: image * jobs, end: (image + 1) * jobs };
}

/** The image that a job needs. */
export function imageOf({ channelGroups, y }: MatrixForm, job: number): number {
  return y.ofPlane > 0 ? 0 : Math.floor(job / channelGroups);
}

/** The first plane of X of some rows and groups. */
export function firstPlane({ x }: Pick<MatrixForm, 'x'>, part: { readonly channelGroup: number; readonly row: number; readonly group: number }): number {
  return part.channelGroup * x.ofChannelGroup + part.row * x.ofRow + part.group * x.ofGroup;
}

function windowOf({ rows, columns }: Convolution): Window | undefined {
  const square = rows.taps === 3 && columns.taps === 3 && rows.outputStep === 1 && columns.outputStep === 1;
  if (!square || rows.tapStep !== columns.tapStep || Math.abs(rows.tapStep) !== 1) return undefined;
  return { taps: rows.tapStep === 1 ? 'forwards' : 'backwards', squares: Math.ceil(rows.outputs / 2) * Math.ceil(columns.outputs / 2) };
}

function linesOf({ rows, columns }: Convolution): number | undefined {
  const long = columns.taps === 7 && columns.outputStep === 2 && columns.tapStep === 1 && rows.tapStep === 1;
  return long && columns.outputs % 2 === 0 ? rows.taps : undefined;
}

/** The same with squares of 2x2 outputs as columns. */
export function squareForm(form: MatrixForm, { squares }: Window): MatrixForm {
  return { ...form, positions: squares, columns: squares };
}
