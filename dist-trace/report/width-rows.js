import { MIN_ACCUMULATOR_WIDTH } from "../units/local-accumulator.js";
/** From 4 bits to the smallest width that no group overflows. */
export function widthRows({ needs, effects }) {
    const last = Math.max(MIN_ACCUMULATOR_WIDTH, needs.width);
    return needs.overflow
        .filter(({ width }) => width <= last)
        .map(({ width, groups, rate }) => ({
        width,
        needing: needs.widths.filter(([need]) => need === width || (width === MIN_ACCUMULATOR_WIDTH && need < width)).reduce((sum, [, count]) => sum + count, 0),
        overflowing: groups,
        rate,
        wrap: effects.find((one) => one.width === width && one.overflow === 'wrap'),
        saturate: effects.find((one) => one.width === width && one.overflow === 'saturate'),
    }));
}
//# sourceMappingURL=width-rows.js.map