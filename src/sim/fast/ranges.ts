/** What operands hold, as far as the planner has to know. */
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { OperandRanges } from './plan.ts';

const CODES = 2 ** 16;
/** Fewer codes than this are sooner in a set than in a table of all. */
const FEW = 2048;

/** The codes that occur, ascending. */
export function codesIn(codes: Uint16Array): readonly number[] {
  if (codes.length < FEW) return [...new Set(codes)].sort((a, b) => a - b);
  const seen = new Uint8Array(CODES);
  for (let i = 0; i < codes.length; i++) seen[codes[i]] = 1;
  // Four at a time, as hardly any occurs.
  const quads = new Uint32Array(seen.buffer);
  const found: number[] = [];
  for (let quad = 0; quad < quads.length; quad++) {
    if (quads[quad] === 0) continue;
    for (let code = 4 * quad; code < 4 * quad + 4; code++) if (seen[code] === 1) found.push(code);
  }
  return found;
}

/** The ranges of any operands of the formats, with scales as they occur: known without a look at most elements. @param codes the scale codes that occur */
export function formatRanges(taps: number, datapath: IntegerForm, x: Operand, y: Operand, codes: { readonly x: readonly number[]; readonly y: readonly number[] }): OperandRanges {
  const xMax = largest(datapath.xIntegers);
  return {
    xMax,
    yMax: largest(datapath.yIntegers),
    xPlaneSum: taps * xMax,
    xFactors: factorsOf(x, codes.x, datapath.xIntegers, (code) => datapath.xFactor(code)),
    yFactors: factorsOf(y, codes.y, datapath.yIntegers, (code) => datapath.yFactor(code)),
  };
}

/** The ranges of the operands at hand, the largest sum of magnitudes over a plane of X included. */
export function measuredRanges(taps: number, datapath: IntegerForm, x: Operand, y: Operand, known: OperandRanges): OperandRanges {
  const magnitudes = datapath.xIntegers.map(Math.abs);
  let xPlaneSum = 0;
  for (let start = 0; start < x.codes.length; start += taps) {
    let sum = 0;
    for (let k = start; k < start + taps; k++) sum += magnitudes[x.codes[k]];
    xPlaneSum = Math.max(xPlaneSum, sum);
  }
  const occurring = (codes: Uint16Array, integers: Float64Array): number => codesIn(codes).reduce((max, code) => Math.max(max, Math.abs(integers[code])), 0);
  return { ...known, xMax: occurring(x.codes, datapath.xIntegers), yMax: occurring(y.codes, datapath.yIntegers), xPlaneSum };
}

/** A factor below this may be that of a group of zeros, which has the smallest scale. */
const SMALL = 2 ** -32;

/** The factors of the scales that occur, but for groups of zeros: their terms are 0 with any factor. */
function factorsOf(operand: Operand, codes: readonly number[], integers: Float64Array, factor: (code: number) => number): readonly number[] {
  const small = codes.filter((code) => factor(code) < SMALL);
  if (small.length === 0) return codes.map(factor);
  // Which of the small ones a group has that is not zero.
  const open = new Uint8Array(Math.max(...small) + 1);
  for (const code of small) open[code] = 1;
  const planeSize = operand.shape[2] * operand.shape[3];
  for (let plane = 0; plane < operand.scales.length; plane++) {
    const code = operand.scales[plane];
    if (open[code] === 1 && !isZero(operand.codes, plane * planeSize, planeSize, integers)) open[code] = 0;
  }
  return codes.filter((code) => open[code] === 0).map(factor);
}

function isZero(codes: Uint16Array, start: number, count: number, integers: Float64Array): boolean {
  for (let i = start; i < start + count; i++) if (integers[codes[i]] !== 0) return false;
  return true;
}

function largest(integers: Float64Array): number {
  return integers.reduce((max, integer) => Math.max(max, Math.abs(integer)), 0);
}
