/** Whether neighbouring groups are folded, and how: from their scales and shapes. */
import { foldLimits } from "./folding.js";
import { COLUMNS_OF_TILE, OUTPUTS_OF_SQUARE, SQUARES_OF_TILE } from "./layout.js";
export const NO_FOLDING = { folding: 'none', limits: { x: 1, y: 1, xElements: 1, yElements: 1, norms: false, sums: 0, exact: 0 } };
/** Rows are folded by way of a scratch that holds so many taps. */
const MOST_FOLDED_TAPS = 1024;
/** Instructions for a vector of outputs: a word of a column, with what it loads, and a term. Of folded pairs most have their terms in nodes of four. */
const WORD_COST = 3.25;
const TERM_COST = 4.5;
/** The same for all of Winograd's way: a pair of groups, and one group alone. */
const WINOGRAD_COST = { pair: 19, alone: 28 };
/** Transformed elements of X are rarely more than half of what they could be. */
const USUAL_GROWTH = 1 / 2;
/** The cheapest way to sum two groups, by the instructions of its inner loop for all outputs of a plane, those of cut-off tiles included. */
export function chooseFolding(form, ranges) {
    const { xMultipliers, yMultipliers } = ranges;
    const plain = 2 * (WORD_COST * Math.ceil(form.taps / 2) + TERM_COST) * upTo(form.columns, COLUMNS_OF_TILE);
    const ways = ['winograd', 'direct'].flatMap((folding) => {
        const winograd = folding === 'winograd';
        if (winograd ? form.window === undefined : form.taps > MOST_FOLDED_TAPS)
            return [];
        const limits = foldLimits(ranges.xMax, ranges.yMax, form.taps, winograd);
        if (limits.x < 1 || limits.y < 1)
            return [];
        const xLimit = winograd ? limits.x / USUAL_GROWTH : limits.x;
        const within = shareWithin(xMultipliers, xLimit) ** 4 * shareWithin(yMultipliers, limits.y);
        const reason = `pairs of groups as one sum where their scales are near (about ${Math.round(100 * within)} %), four or eight where all but the last addition is exact${winograd ? "; 3x3 taps by Winograd's F(2x2, 3x3)" : ''}`;
        const outputs = winograd ? OUTPUTS_OF_SQUARE * upTo(form.window?.squares ?? 0, SQUARES_OF_TILE) : upTo(form.columns, COLUMNS_OF_TILE);
        const words = WORD_COST * form.taps;
        const { pair, alone } = winograd ? WINOGRAD_COST : { pair: words + TERM_COST / 2, alone: words + TERM_COST };
        return [{ folding, limits, reason, cost: (pair * within + 2 * alone * (1 - within)) * outputs }];
    });
    const [best] = ways.sort((a, b) => a.cost - b.cost);
    return ways.length > 0 && best.cost < plain ? best : NO_FOLDING;
}
function upTo(count, unit) {
    return Math.ceil(count / unit) * unit;
}
/** The share of a sample up to a limit: blocks of four rows take it to the fourth power. */
function shareWithin(multipliers, limit) {
    let within = 0;
    for (const multiplier of multipliers)
        if (multiplier <= limit)
            within++;
    return within / Math.max(1, multipliers.length);
}
//# sourceMappingURL=plan-folding.js.map