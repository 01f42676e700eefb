/**
 * The local accumulator (LocalACC of the paper's Fig. 1b): a two's complement register of A bits that sums the products of a group.
 * A pure next-state function: `first` loads the product, every other step adds it.
 */
import { requireInteger } from "../bits/check.js";
import { fitsSigned, maxSigned, minSigned } from "../bits/width.js";
export const ACCUMULATOR_OVERFLOWS = ['wrap', 'saturate'];
export const MIN_ACCUMULATOR_WIDTH = 4;
export const MAX_ACCUMULATOR_WIDTH = 64;
/** Checks the parameters. @throws InputError, TypeError */
export function accumulatorFormat(width, overflow) {
    return { width: requireInteger('accumulator width', width, MIN_ACCUMULATOR_WIDTH, MAX_ACCUMULATOR_WIDTH), overflow };
}
/**
 * The state after one product. The sum of old and product is formed exactly, then wraps or saturates once; a load is a step too, so the
 * first product of a group can overflow.
 * @param product any signed integer, wider than A bits or not
 */
export function accumulate(format, old, product, first) {
    const exact = first ? product : old.sum + product;
    const earlier = !first && old.overflow;
    if (fitsSigned(exact, format.width))
        return { sum: exact, overflow: earlier };
    return { sum: format.overflow === 'wrap' ? BigInt.asIntN(format.width, exact) : limit(exact, format.width), overflow: true };
}
/** The state before a group's first product. */
export const EMPTY_ACCUMULATOR = { sum: 0n, overflow: false };
function limit(exact, width) {
    return exact < 0n ? minSigned(width) : maxSigned(width);
}
//# sourceMappingURL=local-accumulator.js.map