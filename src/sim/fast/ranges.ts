/** What operands hold, as far as the planner has to know. */
import type { IntegerForm } from '../datapath.ts';
import type { Operand } from '../operand.ts';
import type { OperandRanges } from './plan.ts';

const CODES = 2 ** 16;

/** The codes that occur, ascending. */
export function codesIn(codes: Uint16Array): readonly number[] {
  const seen = new Uint8Array(CODES);
  let last = 0;
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i];
    seen[code] = 1;
    if (code > last) last = code;
  }
  const found: number[] = [];
  for (let code = 0; code <= last; code++) if (seen[code] === 1) found.push(code);
  return found;
}

/** The ranges of any operands of the formats, with scales as they occur: known without a look at the elements. */
export function formatRanges(taps: number, datapath: IntegerForm, x: Operand, y: Operand): OperandRanges {
  const xMax = largest(datapath.xIntegers);
  return {
    xMax,
    yMax: largest(datapath.yIntegers),
    xPlaneSum: taps * xMax,
    xFactors: factorsOf(x, datapath.xIntegers, (code) => datapath.xFactor(code)),
    yFactors: factorsOf(y, datapath.yIntegers, (code) => datapath.yFactor(code)),
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
function factorsOf(operand: Operand, integers: Float64Array, factor: (code: number) => number): readonly number[] {
  const small = new Set(codesIn(operand.scales).filter((code) => factor(code) < SMALL));
  const planeSize = operand.shape[2] * operand.shape[3];
  const isZero = (plane: number): boolean => {
    for (let i = plane * planeSize; i < (plane + 1) * planeSize; i++) if (integers[operand.codes[i]] !== 0) return false;
    return true;
  };
  const occurring = small.size === 0 ? operand.scales : operand.scales.filter((code, plane) => !small.has(code) || !isZero(plane));
  return codesIn(occurring).map(factor);
}

function largest(integers: Float64Array): number {
  return integers.reduce((max, integer) => Math.max(max, Math.abs(integer)), 0);
}
