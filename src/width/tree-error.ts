/** The error of adder trees on data: every width and wiring against the exact sum of the same terms. */
import { MAX_TREE_WIDTH } from '../units/adder-tree.ts';
import { addExactly, partsValue } from './exact-sum.ts';
import { forwardErrorFactor, treeDepth, UNIT_ROUNDOFF } from './tree-bound.ts';
import { TREE_ORDERS, treeSums, type TreeOrder } from './tree-orders.ts';

/** One tree on all outputs. Errors are relative to sum |x| of the output's terms, in units of u = 2^-24. */
export interface TreeError {
  readonly order: TreeOrder;
  /** T. */
  readonly width: number;
  /** The most rounded additions that a term passes. */
  readonly depth: number;
  /** No error can be larger: gamma_d / u. With flush-to-zero, (G - 1) x 2^-126 come on top of the absolute error. */
  readonly bound: number;
  /** The largest. */
  readonly largest: number;
  /** The root of the mean square. */
  readonly rms: number;
  /** Share of outputs without any error. */
  readonly exact: number;
}

interface Running {
  readonly order: TreeOrder;
  readonly width: number;
  largest: number;
  squares: number;
  exact: number;
  outputs: number;
}

/** Gathers the errors of all trees, tile by tile. */
export class TreeErrorTally {
  private readonly running: readonly Running[];
  private readonly groupCount: number;
  private readonly flush: boolean;

  /** @param groupCount G @param flush whether subnormal sums become zeros */
  constructor(groupCount: number, flush: boolean) {
    this.groupCount = groupCount;
    this.flush = flush;
    // With more lanes than groups, the rest is idle and changes nothing.
    const widest = Math.min(MAX_TREE_WIDTH, 2 ** Math.ceil(Math.log2(groupCount)));
    this.running = TREE_ORDERS.flatMap((order) =>
      powersOfTwo(widest).map((width) => ({ order, width, largest: 0, squares: 0, exact: 0, outputs: 0 })),
    );
  }

  /** @param terms the tree's inputs: a lane for each group, all of one length */
  add(terms: readonly Float32Array[]): void {
    const sums = Array.from(terms[0], (_, i) => exactSum(terms, i));
    for (const one of this.running) {
      const found = treeSums(terms, one, this.flush);
      sums.forEach((sum, i) => {
        if (sum === undefined || !Number.isFinite(found[i])) return;
        const parts = [...sum.parts];
        addExactly(parts, -found[i]);
        const difference = Math.abs(partsValue(parts));
        one.outputs++;
        if (difference === 0) {
          one.exact++;
          return;
        }
        const error = difference / (sum.magnitude * UNIT_ROUNDOFF);
        one.largest = Math.max(one.largest, error);
        one.squares += error ** 2;
      });
    }
  }

  /** Every width from 1 to 1024, in each wiring. */
  report(): readonly TreeError[] {
    return TREE_ORDERS.flatMap((order) => {
      const measured = this.running.filter((one) => one.order === order);
      return powersOfTwo(MAX_TREE_WIDTH).map((width) => {
        const { largest, squares, exact, outputs } = measured.find((one) => one.width === width) ?? measured[measured.length - 1];
        const depth = treeDepth(this.groupCount, width);
        const mean = (total: number): number => (outputs === 0 ? 0 : total / outputs);
        return { order, width, depth, bound: forwardErrorFactor(depth) / UNIT_ROUNDOFF, largest, rms: Math.sqrt(mean(squares)), exact: mean(exact) };
      });
    });
  }
}

/** The exact sum of an output's terms as parts, and of their magnitudes; undefined where a term is infinite or none differs from zero. */
function exactSum(terms: readonly Float32Array[], output: number): { readonly parts: readonly number[]; readonly magnitude: number } | undefined {
  const parts: number[] = [];
  let magnitude = 0;
  for (const lane of terms) {
    if (!Number.isFinite(lane[output])) return undefined;
    addExactly(parts, lane[output]);
    magnitude += Math.abs(lane[output]);
  }
  return magnitude === 0 ? undefined : { parts, magnitude };
}

function powersOfTwo(most: number): readonly number[] {
  return Array.from({ length: Math.log2(most) + 1 }, (_, i) => 2 ** i);
}
