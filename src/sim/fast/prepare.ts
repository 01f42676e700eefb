/** Brings the operands of a run into memory, as the kernels want them. */
import type { Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { paddedAxis, tapOffsets } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';
import { elementOf } from './element-table.ts';
import { applyNorms, foldColumns } from './fold-columns.ts';
import { foldAll, layScaleTable } from './fold-rows.ts';
import type { Kernels } from './kernels.ts';
import type { Blocking } from './layout.ts';
import { imageCount, type MatrixForm } from './matrix-form.ts';
import { clearBehind, layLastWindows, layWindows, padPart, padPartCount, type Planes } from './pad.ts';
import { scaleWords, type Scales } from './ranges.ts';
import type { RunDescription, SourceGeometry } from './run-description.ts';

/** @param squares whether columns are squares of 2x2 outputs */
export function sourceGeometry({ rows, columns }: Convolution, squares: boolean): SourceGeometry {
  const rowElements = paddedAxis(columns).length;
  const step = squares ? 2 : 1;
  return {
    planeElements: paddedAxis(rows).length * rowElements,
    rowElements,
    outputRows: rows.outputs,
    outputColumns: columns.outputs,
    columnStep: columns.outputStep * step,
    rowStep: rows.outputStep * step,
  };
}

export interface OperandScales {
  readonly x: Scales;
  readonly y: Scales;
}

/** Brings X into memory, or where units fold it themselves only what they need for that. @param scratch of `foldScratchBytes` */
export function prepareRows(x: Operand, scales: Scales, datapath: IntegerForm, run: RunDescription, kernels: Kernels, scratch: number): void {
  if (run.plan.folding === 'none') layRows(x, scales, datapath, run, kernels);
  else if (run.blocking.late) layScaleTable(scales, run, kernels);
  else foldAll(x, scales, run, kernels, scratch);
}

/** Brings Y into memory image by image, and first what depends on shapes and scales alone. Yields how many images are there. */
export function* preparingColumns(conv: Convolution, datapath: IntegerForm, y: Operand, scales: Scales, run: RunDescription, kernels: Kernels): Generator<number, void, undefined> {
  const images = imageCount(run.form);
  const columns = columnsBeforeImages(conv, y, scales, run, kernels);
  for (let image = 0; image < images; image++) {
    const planes = planesOf(image, images, y.scales.length);
    copyImage(columns, y, image, planes, run, kernels);
    padImage(conv, datapath, planes, run, kernels, columns.multipliers);
    finishImage(columns, image, run, kernels);
    yield image + 1;
  }
}

/** The same of one image that threads pad together. Equal to the one step of `preparingColumns`, if all of its parts are padded before it is finished. */
export function beginColumns(conv: Convolution, y: Operand, scales: Scales, run: RunDescription, kernels: Kernels): { readonly finish: () => void } {
  const columns = columnsBeforeImages(conv, y, scales, run, kernels);
  const planes = planesOf(0, 1, y.scales.length);
  copyImage(columns, y, 0, planes, run, kernels);
  clearBehind(run, kernels, planes);
  return {
    finish: () => {
      if (run.plan.limits.norms) layLastWindows(run, kernels, planes);
      finishImage(columns, 0, run, kernels);
    },
  };
}

/** What images of Y have in common. */
interface Columns {
  readonly words: Int32Array;
  readonly multipliers: Uint16Array;
}

function columnsBeforeImages(conv: Convolution, y: Operand, scales: Scales, run: RunDescription, kernels: Kernels): Columns {
  layOffsets(conv, run, kernels);
  layColumnFactors(y, scales, run, kernels);
  return { words: scaleWords(scales), multipliers: new Uint16Array(kernels.memory.buffer, run.shared.multipliers, y.scales.length).fill(1) };
}

function copyImage({ words, multipliers }: Columns, y: Operand, image: number, { first, count }: Planes, run: RunDescription, kernels: Kernels): void {
  if (run.plan.folding !== 'none') foldColumns(y, words, image, run, kernels, multipliers);
  const { planeCodes } = run.pads;
  new Uint16Array(kernels.memory.buffer, run.shared.columnCodes, count * planeCodes).set(y.codes.subarray(first * planeCodes, (first + count) * planeCodes));
}

/** With the windows of its planes. */
function padImage(conv: Convolution, datapath: IntegerForm, planes: Planes, run: RunDescription, kernels: Kernels, multipliers: Uint16Array): void {
  clearBehind(run, kernels, planes);
  if (run.pads.element) {
    const parts = padPartCount(run, planes.count);
    for (let part = 0; part < parts; part++) padPart(run, kernels, planes, part);
    if (run.plan.limits.norms) layLastWindows(run, kernels, planes);
  } else {
    laySource(conv, datapath, planes, run, kernels, multipliers);
    if (run.plan.limits.norms) layWindows(run, kernels, planes);
  }
}

function finishImage({ multipliers }: Columns, image: number, run: RunDescription, kernels: Kernels): void {
  if (run.plan.limits.norms) applyNorms(image, run, kernels, multipliers);
}

function planesOf(image: number, images: number, planes: number): Planes {
  return { first: (image * planes) / images, count: planes / images };
}

/** Both elements of each word: two taps, where a missing second one is the first again, whose weight is 0; or folded, a tap of two groups. */
function layOffsets(conv: Convolution, { form, plan, blocking, shared, source }: RunDescription, { memory }: Kernels): void {
  if (plan.folding === 'winograd' || plan.lines > 0) return;
  const words = new Int32Array(memory.buffer, shared.offsets, 2 * blocking.pairs);
  const offsets = tapOffsets(conv.rows, conv.columns);
  for (let i = 0; i < words.length; i++) {
    words[i] = plan.folding === 'direct' ? 2 * (offsets[i >> 1] + (i & 1) * source.planeElements) : 2 * offsets[Math.min(i, form.taps - 1)];
  }
}

/** X as 16-bit integers and the factors of its scales, in blocks of rows. */
function layRows(x: Operand, xScales: Scales, datapath: IntegerForm, { form, plan, blocking, shared }: RunDescription, kernels: Kernels): void {
  const { buffer } = kernels.memory;
  const blockBytes = 4 * plan.lanes * blocking.pairs * blocking.groups;
  const factorBlock = shared.factorBytes * plan.lanes * blocking.groups;
  const bytes = 2 * form.taps;
  const forEachBlock = (lay: (plane: number, valid: number, channelGroup: number, block: number) => void): void => {
    for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
      for (let block = 0; block < blocking.blocks; block++) {
        const row = block * plan.lanes;
        const plane = channelGroup * form.x.ofChannelGroup + row * form.x.ofRow;
        lay(plane, Math.min(plan.lanes, form.rows - row), channelGroup, block);
      }
    }
  };
  if (blocking.groups > form.groups) {
    kernels.clear(shared.rows, shared.rowsBytes);
    kernels.clear(shared.factors, factorBlock * blocking.blocks * form.channelGroups);
  }
  new Uint16Array(buffer, shared.outputs, x.codes.length).set(x.codes);
  if (plan.lines > 0) decode(datapath.xIntegers, shared.outputs, 2 * x.codes.length, shared.table, kernels);
  const element = plan.lanes === 4 ? elementOf(datapath.xIntegers) : undefined;
  // A chunk that is one kernel has its rows in one piece.
  const chunk = plan.fused ? blocking.chunk : blocking.groups;
  const chunkBytes = 4 * plan.lanes * blocking.pairs * chunk;
  forEachBlock((plane, valid, channelGroup, block) => {
    const from = shared.outputs + bytes * plane;
    const [rowStep, groupStep] = [bytes * form.x.ofRow, bytes * form.x.ofGroup];
    const to = shared.rows + channelGroup * blocking.blocks * blockBytes + block * chunkBytes;
    if (plan.lines > 0) kernels.packLineRows(from, rowStep, groupStep, plan.lines, form.groups, valid, to);
    else if (element) kernels.packIntegers(from, rowStep, groupStep, form.taps, form.groups, valid, to, chunk, blocking.blocks * chunkBytes, element.E, element.M);
    else packCodes(kernels, form, plan.lanes, from, valid, to, chunk, blocking);
  });
  if (!element && plan.lines === 0) decode(datapath.xIntegers, shared.rows, shared.rowsBytes, shared.table, kernels);

  new Uint16Array(buffer, shared.outputs, x.scales.length).set(x.scales);
  const table = new Float64Array(buffer, shared.table, 2 ** 16);
  for (const [code, factor] of xScales.factors) table[code] = factor;
  forEachBlock((plane, valid, channelGroup, block) => {
    const chunkFactors = shared.factorBytes * plan.lanes * chunk;
    const to = shared.factors + channelGroup * blocking.blocks * factorBlock + block * chunkFactors;
    const [rowStep, groupStep] = [2 * form.x.ofRow, 2 * form.x.ofGroup];
    const [step, double] = [blocking.blocks * chunkFactors, shared.factorBytes === 8];
    kernels.packFactors(shared.outputs + 2 * plane, rowStep, groupStep, form.groups, valid, plan.lanes, shared.table, to, chunk, step, double);
  });
  if (plan.single) kernels.scaleRows(shared.rows, shared.factors, shared.rowsBytes / 4);
}

/** The codes of a block of rows, chunk by chunk. */
function packCodes(kernels: Kernels, form: MatrixForm, lanes: number, from: number, valid: number, to: number, chunk: number, { pairs, blocks }: Blocking): void {
  const [rowStep, groupStep] = [2 * form.taps * form.x.ofRow, 2 * form.taps * form.x.ofGroup];
  for (let first = 0; first < form.groups; first += chunk) {
    const at = to + (first / chunk) * blocks * 4 * lanes * pairs * chunk;
    kernels.packRows(from + first * groupStep, rowStep, groupStep, form.taps, Math.min(chunk, form.groups - first), valid, lanes, at);
  }
}

/** Some planes of Y by a table, or with zeros between strides: equal to `padPlanes` of other ones. */
function laySource(conv: Convolution, datapath: IntegerForm, { first, count }: Planes, { shared, source, pads }: RunDescription, kernels: Kernels, multipliers: Uint16Array): void {
  const planeBytes = 2 * source.planeElements;
  const start = shared.source + planeBytes * first;
  kernels.clear(start, planeBytes * count);
  const { planeCodes, rowCodes, rows, columns, from, to, toRow } = pads;
  if (rows === 0 || columns === 0) return;
  for (let plane = 0; plane < count; plane++) {
    kernels.padPlane(shared.columnCodes + 2 * (planeCodes * plane + from), 2 * rowCodes, rows, columns, start + planeBytes * plane + 2 * to, 2 * toRow, conv.columns.spacing);
  }
  decode(datapath.yIntegers, start, planeBytes * count, shared.table, kernels);
  for (let plane = 0; plane < count; plane++) {
    const multiplier = multipliers[first + plane];
    if (multiplier > 1) kernels.scaleIntegers(start + planeBytes * plane, source.planeElements, multiplier);
  }
}

/** What sums of lines are of the group's. */
const DOUBLE = 2;

function layColumnFactors(y: Operand, { factors }: Scales, { plan, shared, blocking }: RunDescription, { memory }: Kernels): void {
  const doubles = new Float64Array(memory.buffer, shared.yDoubles, y.scales.length + blocking.chunk).fill(0);
  const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length + blocking.chunk).fill(0);
  const table = new Float64Array(memory.buffer, shared.table, 2 ** 16);
  for (const [code, factor] of factors) table[code] = factor;
  for (let plane = 0; plane < y.scales.length; plane++) {
    const factor = table[y.scales[plane]];
    doubles[plane] = factor;
    singles[plane] = plan.lines > 0 ? factor / DOUBLE : factor;
  }
}

function decode(integers: Float64Array, at: number, bytes: number, table: number, kernels: Kernels): void {
  const element = elementOf(integers);
  if (element) {
    kernels.decode(at, bytes / 2, element.E, element.M);
  } else {
    new Int16Array(kernels.memory.buffer, table, integers.length).set(integers);
    kernels.decodeByTable(at, bytes / 2, table);
  }
}
