/** Brings the operands of a run into memory, as the kernels want them. */
import type { Axis, Convolution } from '../convolution.ts';
import type { IntegerForm } from '../datapath.ts';
import { addressing, paddedAxis } from '../functional-planes.ts';
import type { Operand } from '../operand.ts';
import { elementOf } from './element-table.ts';
import { codesIn } from './ranges.ts';
import type { Kernels } from './kernels.ts';
import type { RunDescription, SourceGeometry } from './unit.ts';

export function sourceGeometry({ rows, columns }: Convolution): SourceGeometry {
  const rowElements = paddedAxis(columns).length;
  return {
    planeElements: paddedAxis(rows).length * rowElements,
    rowElements,
    outputColumns: columns.outputs,
    columnStep: columns.outputStep,
    rowStep: rows.outputStep,
  };
}

/** Fills the shared part of the memory. */
export function prepare(conv: Convolution, datapath: IntegerForm, x: Operand, y: Operand, run: RunDescription, kernels: Kernels): void {
  layOffsets(conv, run, kernels);
  layRows(x, datapath, run, kernels);
  laySource(conv, y, datapath, run, kernels);
  layColumnFactors(y, datapath, run, kernels);
}

/** Both taps of each pair; a missing second one is the first again, whose weight is 0. */
function layOffsets(conv: Convolution, { form, blocking, shared }: RunDescription, { memory }: Kernels): void {
  const words = new Int32Array(memory.buffer, shared.offsets, 2 * blocking.pairs);
  const { tapOffsets } = addressing(conv.rows, conv.columns);
  for (let tap = 0; tap < words.length; tap++) words[tap] = 2 * tapOffsets[Math.min(tap, form.taps - 1)];
}

/** X as 16-bit integers and the factors of its scales, in blocks of rows. */
function layRows(x: Operand, datapath: IntegerForm, { form, plan, blocking, shared }: RunDescription, kernels: Kernels): void {
  const { buffer } = kernels.memory;
  const blockBytes = 4 * plan.lanes * blocking.pairs * blocking.groups;
  const factorBlock = shared.factorBytes * plan.lanes * blocking.groups;
  const bytes = 2 * form.taps;
  const forEachBlock = (lay: (plane: number, valid: number, index: number) => void): void => {
    for (let channelGroup = 0; channelGroup < form.channelGroups; channelGroup++) {
      for (let block = 0; block < blocking.blocks; block++) {
        const row = block * plan.lanes;
        const plane = channelGroup * form.x.ofChannelGroup + row * form.x.ofRow;
        lay(plane, Math.min(plan.lanes, form.rows - row), channelGroup * blocking.blocks + block);
      }
    }
  };
  if (blocking.groups > form.groups) {
    new Uint8Array(buffer, shared.rows, shared.rowsBytes).fill(0);
    new Uint8Array(buffer, shared.factors, factorBlock * blocking.blocks * form.channelGroups).fill(0);
  }
  new Uint16Array(buffer, shared.outputs, x.codes.length).set(x.codes);
  forEachBlock((plane, valid, index) => {
    const from = shared.outputs + bytes * plane;
    kernels.packRows(from, bytes * form.x.ofRow, bytes * form.x.ofGroup, form.taps, form.groups, valid, plan.lanes, shared.rows + index * blockBytes);
  });
  decode(datapath.xIntegers, shared.rows, shared.rowsBytes, shared.table, kernels);

  new Uint16Array(buffer, shared.outputs, x.scales.length).set(x.scales);
  const table = new Float64Array(buffer, shared.table, 2 ** 16);
  for (const code of codesIn(x.scales)) table[code] = datapath.xFactor(code);
  forEachBlock((plane, valid, index) => {
    const to = shared.factors + index * factorBlock;
    kernels.packFactors(shared.outputs + 2 * plane, 2 * form.x.ofRow, 2 * form.x.ofGroup, form.groups, valid, plan.lanes, shared.table, to, shared.factorBytes === 8);
  });
  if (plan.single) kernels.scaleRows(shared.rows, shared.factors, shared.rowsBytes / 4);
}

/** The planes of Y as 16-bit integers, with zeros in the padding and between strides. */
function laySource(conv: Convolution, y: Operand, datapath: IntegerForm, { shared, source }: RunDescription, kernels: Kernels): void {
  const { buffer } = kernels.memory;
  const [, , height, width] = y.shape;
  new Uint16Array(buffer, shared.outputs, y.codes.length).set(y.codes);
  new Uint8Array(buffer, shared.source, shared.sourceBytes).fill(0);
  const rows = placed(conv.rows, height);
  const columns = placed(conv.columns, width);
  if (rows.count > 0 && columns.count > 0) {
    const planes = y.shape[0] * y.shape[1];
    const toRow = 2 * source.rowElements * conv.rows.spacing;
    for (let plane = 0; plane < planes; plane++) {
      const from = shared.outputs + 2 * ((plane * height + rows.first) * width + columns.first);
      const to = shared.source + 2 * (plane * source.planeElements + rows.at * source.rowElements + columns.at);
      kernels.padPlane(from, 2 * width, rows.count, columns.count, to, toRow, conv.columns.spacing);
    }
  }
  decode(datapath.yIntegers, shared.source, shared.sourceBytes, shared.table, kernels);
}

/** The elements of an axis that land in a padded one: the first, how many, and where the first one lands. */
function placed(axis: Axis, size: number): { readonly first: number; readonly count: number; readonly at: number } {
  const { start, length } = paddedAxis(axis);
  const first = Math.max(0, Math.ceil(-start / axis.spacing));
  const last = Math.min(size - 1, Math.floor((length - 1 - start) / axis.spacing));
  return { first, count: last - first + 1, at: start + first * axis.spacing };
}

function layColumnFactors(y: Operand, datapath: IntegerForm, { shared, blocking }: RunDescription, { memory }: Kernels): void {
  const doubles = new Float64Array(memory.buffer, shared.yDoubles, y.scales.length + blocking.chunk).fill(0);
  const singles = new Float32Array(memory.buffer, shared.ySingles, y.scales.length + blocking.chunk).fill(0);
  const factors = new Map<number, number>();
  y.scales.forEach((code, plane) => {
    const factor = factors.get(code) ?? datapath.yFactor(code);
    factors.set(code, factor);
    doubles[plane] = factor;
    singles[plane] = factor;
  });
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
