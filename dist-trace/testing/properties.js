/**
 * Properties that any implementation of a local accumulation should have. Each takes the implementation as a function, which may be asynchronous, so that a
 * design in another process can be asked, and gives an asynchronous property for `await fc.assert(...)`.
 */
import fc from 'fast-check';
import { fitsSigned, maxSigned, minSigned } from "../bits/width.js";
import { accumulate, accumulatorFormat, EMPTY_ACCUMULATOR } from "../units/local-accumulator.js";
import { elementCodes } from "./formats.js";
import { groupProducts, groupSum } from "./group.js";
import { groups } from "./groups.js";
/** No group of the layer overflows: each sum is the exact one, and the flag, if there is one, stays down. */
export function noOverflow(layer, implementation) {
    return fc.asyncProperty(groups(layer), async (group) => {
        const found = await implementation(group);
        equal('sum', groupSum(layer, group), found.sum);
        if (found.overflow !== undefined)
            equal('overflow flag', false, found.overflow);
    });
}
/** An accumulator that wraps gives the exact sum modulo 2^A, as a signed word, whatever happened on the way. @param width A, 4..64 */
export function wrapEqualsModulo(layer, width, implementation) {
    return fc.asyncProperty(groups(layer), async (group) => {
        equal(`sum modulo 2^${width}`, BigInt.asIntN(width, groupSum(layer, group)), (await implementation(group)).sum);
    });
}
/** An accumulator that wraps does not care about the order of a group. @param implementation without a look at its flag, which may differ */
export function wrapIgnoresOrder(layer, implementation) {
    return fc.asyncProperty(groups(layer), async (group) => {
        const { sum } = await implementation(group);
        equal('sum in reverse order', sum, (await implementation({ x: group.x.toReversed(), y: group.y.toReversed() })).sum);
    });
}
/** An accumulator that saturates never gives less where one product becomes larger. */
export function saturateIsMonotone(layer, implementation) {
    const change = fc.tuple(fc.nat(layer.groupSize - 1), elementCodes(layer.x), elementCodes(layer.y));
    return fc.asyncProperty(groups(layer), change, async (group, [place, x, y]) => {
        const k = place % group.x.length;
        const other = { x: group.x.with(k, x), y: group.y.with(k, y) };
        const [lower, upper] = groupProducts(layer, group)[k] <= groupProducts(layer, other)[k] ? [group, other] : [other, group];
        const low = (await implementation(lower)).sum;
        const high = (await implementation(upper)).sum;
        if (low > high)
            throw new Error(`product ${k} larger: expected a sum of at least ${low}, found ${high}`);
    });
}
/** The sum is always a word of A bits. */
export function staysInRange(layer, width, implementation) {
    return fc.asyncProperty(groups(layer), async (group) => {
        const { sum } = await implementation(group);
        if (!fitsSigned(sum, width))
            throw new Error(`sum: expected ${minSigned(width)} to ${maxSigned(width)}, found ${sum}`);
    });
}
/** The sticky flag is up if and only if a partial sum, in order, leaves A bits. @throws InputError for a width outside of 4..64 */
export function flagTellsOverflow(layer, width, implementation) {
    const format = accumulatorFormat(width, 'wrap');
    return fc.asyncProperty(groups(layer), async (group) => {
        equal('overflow flag', accumulated(format, groupProducts(layer, group)).overflow, (await implementation(group)).overflow);
    });
}
/** Sum and flag are those of the accumulator of the arithmetic, step by step. @throws InputError for a width outside of 4..64 */
export function matchesAccumulator(layer, { width, overflow }, implementation) {
    const format = accumulatorFormat(width, overflow);
    return fc.asyncProperty(groups(layer), async (group) => {
        const expected = accumulated(format, groupProducts(layer, group));
        const found = await implementation(group);
        equal('sum', expected.sum, found.sum);
        if (found.overflow !== undefined)
            equal('overflow flag', expected.overflow, found.overflow);
    });
}
function accumulated(format, products) {
    return products.reduce((state, product, k) => accumulate(format, state, product, k === 0), EMPTY_ACCUMULATOR);
}
function equal(what, expected, found) {
    if (expected !== found)
        throw new Error(`${what}: expected ${String(expected)}, found ${String(found)}`);
}
//# sourceMappingURL=properties.js.map