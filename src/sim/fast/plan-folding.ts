/** Whether neighbouring groups are folded, and how: from their scales and shapes. */
import { foldLimits, type FoldLimits } from './folding.ts';
import { COLUMNS_OF_TILE, OUTPUTS_OF_SQUARE, SQUARES_OF_TILE } from './layout.ts';
import type { MatrixForm } from './matrix-form.ts';
import type { FastPlan, OperandRanges } from './plan.ts';

export interface FoldingChoice {
  readonly folding: FastPlan['folding'];
  readonly limits: FoldLimits;
  readonly reason?: string;
}

export const NO_FOLDING: FoldingChoice = { folding: 'none', limits: { x: 1, y: 1 } };
/** Instructions of Winograd's way for a vector of outputs and two folded groups: 16 products and 24 additions for four outputs, and sums on their way. */
const WINOGRAD_COST = 15;
/** Rows are folded by way of a scratch that holds so many taps. */
const MOST_FOLDED_TAPS = 4096;
/** Conversion, product and addition in the tree. */
const TERM_COST = 3;

/** The cheapest way to sum two groups, by the instructions of its inner loop for all outputs of a plane, those of cut-off tiles included. */
export function chooseFolding(form: MatrixForm, ranges: OperandRanges): FoldingChoice {
  const plain = 2 * (2 * Math.ceil(form.taps / 2) - 1 + TERM_COST) * upTo(form.columns, COLUMNS_OF_TILE);
  const ways = (['winograd', 'direct'] as const).flatMap((folding) => {
    const winograd = folding === 'winograd';
    if (winograd ? form.window === undefined : form.taps > MOST_FOLDED_TAPS) return [];
    const limits = foldLimits(ranges.xMax, ranges.yMax, form.taps, winograd);
    if (limits.x < 1 || limits.y < 1) return [];
    const within = shareWithin(ranges.xMultipliers, limits.x) ** 4 * shareWithin(ranges.yMultipliers, limits.y);
    const reason = `pairs of groups as one sum where their scales are near (about ${Math.round(100 * within)} %)${winograd ? ", 3x3 taps by Winograd's F(2x2, 3x3)" : ''}`;
    const outputs = winograd ? OUTPUTS_OF_SQUARE * upTo(form.window?.squares ?? 0, SQUARES_OF_TILE) : upTo(form.columns, COLUMNS_OF_TILE);
    const folded = TERM_COST + (winograd ? WINOGRAD_COST : 2 * form.taps - 1);
    return [{ folding, limits, reason, cost: folded * (2 - within) * outputs }];
  });
  const [best] = ways.sort((a, b) => a.cost - b.cost);
  return ways.length > 0 && best.cost < plain ? best : NO_FOLDING;
}

function upTo(count: number, unit: number): number {
  return Math.ceil(count / unit) * unit;
}

/** The share of a sample up to a limit: blocks of four rows take it to the fourth power. */
function shareWithin(multipliers: readonly number[], limit: number): number {
  return multipliers.length === 0 ? 0 : multipliers.filter((multiplier) => multiplier <= limit).length / multipliers.length;
}
