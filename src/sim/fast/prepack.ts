/** The first operand of several passes, brought into the form of the kernels once. */
import type { Convolution } from '../convolution.ts';
import type { Datapath, IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import { elementOf } from './element-table.ts';
import { foldAll, foldScratchBytes, SCALE_TABLE_BYTES, type FoldRun } from './fold-rows.ts';
import { foldLimits } from './folding.ts';
import { kernelsOn } from './kernels.ts';
import { prepackedLayout, squareBlocking, type PrepackedLayout } from './layout.ts';
import { matrixForm, type MatrixForm } from './matrix-form.ts';
import { growMemory } from './memory.ts';
import { fastModule, fastUnsupported } from './modules.ts';
import { FUSED_WIDTH } from './plan.ts';
import { largestOf, scalesOf, type Scales } from './ranges.ts';

/** What is kept of an operand. */
export interface Prepacked {
  /** Its rows, and behind them the room of a run: one at a time. */
  readonly memory: WebAssembly.Memory;
  readonly layout: PrepackedLayout;
  readonly scales: Scales;
  /** All that the rows depend on beside the operand. */
  readonly key: string;
  /** Whether bounds of sums are norms. */
  readonly norms: boolean;
  inUse: boolean;
}

const known = new WeakMap<Operand, Prepacked>();

/**
 * Brings X into the form of the SIMD kernels once, for passes that have it in common: the weights of a layer, in the forward pass or the input gradient.
 * Any engine takes what is returned like X itself, with the same bits; passes of 3x3 taps side by side, outputs one apart, on `conv`'s geometry and datapath are spared
 * the work. Weights that come again unchanged are kept without this call where it gains most; here they aren't compared. The copy and its rows take three times the memory of X's codes, and the memory of its runs is kept beside them.
 * @param conv a pass with X as its first operand; its batch, and its height and width, don't matter
 * @returns a copy of X, whose codes and scales are not to be changed
 */
export function prepack<Product, Sum, X extends Operand>(conv: Convolution, datapath: Datapath<Product, Sum>, x: X): X {
  const copy = { ...x, codes: x.codes.slice(), scales: x.scales.slice() };
  const packed = datapath.integerForm && packedRows(conv, datapath.integerForm, copy);
  if (packed) known.set(copy, packed);
  return copy;
}

/** Whether something is kept of an operand. */
export function isPrepacked(x: Operand): boolean {
  return known.has(x);
}

/** What is kept of an operand, where no run has it. */
export function prepackedOf(x: Operand): Prepacked | undefined {
  const packed = known.get(x);
  return packed?.inUse === false ? packed : undefined;
}

/** Whether a pass on a datapath can have what is kept. */
export function fits(packed: Prepacked, form: MatrixForm, datapath: IntegerForm): boolean {
  return packed.key === keyOf(form, datapath, packed.scales.codes);
}

/** The memory of what is kept, of at least so many bytes; undefined where the system has too little, or another run has it. Whoever gets it has to release it. */
export function takePrepacked(packed: Prepacked, bytes: number): WebAssembly.Memory | undefined {
  if (packed.inUse) return undefined;
  try {
    growMemory(packed.memory, bytes);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  packed.inUse = true;
  return packed.memory;
}

/** Lets the next run have it. */
export function releasePrepacked(packed: Prepacked): void {
  packed.inUse = false;
}

const LANES = 4;

/** Undefined where rows of the operand can't be folded in squares, or not in this runtime. */
function packedRows(conv: Convolution, datapath: IntegerForm, x: Operand): Prepacked | undefined {
  const form = matrixForm(conv, x.shape[1], 0);
  const element = elementOf(datapath.xIntegers);
  if (fastUnsupported() !== undefined || form.window === undefined || conv.pass === 'weight-grad' || form.rows === 1 || !element || datapath.treeWidth !== FUSED_WIDTH) return undefined;
  const blocking = squareBlocking(form, LANES, FUSED_WIDTH);
  const layout = prepackedLayout(form, LANES, blocking);
  const scales = scalesOf(x, datapath.xIntegers, (code) => datapath.xFactor(code));
  // A part of the rows has its codes here for a while.
  const codes = layout.end;
  const scaleCodes = codes + 2 * x.codes.length + SLACK;
  const scaleTable = Math.ceil((scaleCodes + 2 * x.scales.length + SLACK) / SLACK) * SLACK;
  const scratch = scaleTable + SCALE_TABLE_BYTES;
  const limits = foldLimits(largestOf(datapath.xIntegers), largestOf(datapath.yIntegers), form.taps, true);
  const run: FoldRun = {
    form,
    plan: { folding: 'winograd', limits, lanes: LANES },
    blocking,
    shared: { ...layout, codes, scaleCodes, scaleTable },
    element,
  };
  try {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 ** 16, shared: true });
    growMemory(memory, scratch + foldScratchBytes(form.taps) + SLACK);
    foldAll(x, scales, run, kernelsOn(memory, fastModule('convolution')), scratch);
    return { memory, layout, scales, key: keyOf(form, datapath, scales.codes), norms: limits.norms, inUse: false };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Kernels read and write up to this much past the end of what they need. */
const SLACK = 256;

function keyOf({ rows, groups, taps, channelGroups, x, window }: MatrixForm, datapath: IntegerForm, scaleCodes: readonly number[]): string {
  const factors = scaleCodes.map((code) => datapath.xFactor(code));
  return JSON.stringify({ rows, groups, taps, channelGroups, x, window: window?.taps, element: elementOf(datapath.xIntegers), treeWidth: datapath.treeWidth, factors });
}
