/** The grouped dot product (paper Eq. 6-8), one output of a convolution, on the units of a datapath. */
import type { Datapath } from './datapath.ts';

/** The operands of one output: G groups of K element pairs. */
export interface GroupedOperands {
  readonly groupCount: number;
  readonly groupSize: number;
  /** The element codes of product k in group g. */
  x(g: number, k: number): number;
  y(g: number, k: number): number;
  /** The scale codes of group g. */
  xScale(g: number): number;
  yScale(g: number): number;
  /** Bit patterns of the tensor scales. */
  readonly xTensorScale: number;
  readonly yTensorScale: number;
}

/** What one output took. */
export interface GroupedDot {
  /** The output's binary32 pattern. */
  readonly bits: number;
  /** The groups whose accumulator overflowed, ascending. */
  readonly overflowed: readonly number[];
  readonly counts: { mul: number; localAcc: number; groupScale: number; treeAdd: number; tensorScale: number };
}

/** Computes one output as the hardware does, counting each operation as it is made. */
export function groupedDot<Product, Sum>(datapath: Datapath<Product, Sum>, operands: GroupedOperands): GroupedDot {
  const counts = { mul: 0, localAcc: 0, groupScale: 0, treeAdd: 0, tensorScale: 0 };
  const terms: number[] = [];
  const overflowed: number[] = [];
  for (let g = 0; g < operands.groupCount; g++) {
    let state = datapath.empty;
    for (let k = 0; k < operands.groupSize; k++) {
      state = datapath.accumulate(state, datapath.multiply(operands.x(g, k), operands.y(g, k)), k === 0);
      counts.mul++;
      if (k > 0) counts.localAcc++;
    }
    if (state.overflow) overflowed.push(g);
    terms.push(datapath.convert(datapath.scaleGroup(state.sum, operands.xScale(g), operands.yScale(g))));
    counts.groupScale++;
  }
  const sum = datapath.addTerms(terms);
  counts.treeAdd += terms.length;
  const bits = datapath.applyOutputScale(sum, datapath.outputScale(operands.xTensorScale, operands.yTensorScale));
  counts.tensorScale += datapath.tensorScaleMultiplications;
  return { bits, overflowed, counts };
}
