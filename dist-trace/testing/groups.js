/**
 * Arbitrary groups of a layer. Random codes hardly ever come near an accumulator's limits, where all products must be large and of one sign, so that
 * most groups here are made of extremes; and a failing group shrinks first to the fewest products that still fail.
 */
import fc from 'fast-check';
import { InputError } from "../bits/check.js";
import { extremeCodes } from "./formats.js";
import { readableGroup } from "./group.js";
/** Groups of 1 to K products, most of them of K. @throws InputError for a K below 1 */
export function groups(layer) {
    if (!Number.isSafeInteger(layer.groupSize) || layer.groupSize < 1)
        throw new InputError(`group size: expected an integer of at least 1, found ${layer.groupSize}`);
    return new GroupArbitrary(layer);
}
/** Longer groups lose products in blocks, but no code of theirs is made simpler one by one. */
const LONGEST_IN_DETAIL = 64;
class GroupArbitrary extends fc.Arbitrary {
    layer;
    constructor(layer) {
        super();
        this.layer = layer;
    }
    generate(random) {
        const { groupSize } = this.layer;
        const length = random.nextInt(0, 2) > 0 ? groupSize : random.nextInt(1, groupSize);
        const style = STYLES[random.nextInt(0, STYLES.length - 1)];
        const { x, y } = style(this.layer, length, random);
        return new fc.Value(readableGroup(this.layer, x, y), 'random');
    }
    canShrinkWithoutContext(value) {
        if (typeof value !== 'object' || value === null || !('x' in value) || !('y' in value))
            return false;
        const { x, y } = value;
        return Array.isArray(x) && Array.isArray(y) && x.length === y.length && x.length >= 1 && x.length <= this.layer.groupSize;
    }
    shrink(group, context) {
        return new fc.Stream(this.smaller(group, context ?? 'random'));
    }
    *smaller(group, stage) {
        const value = ({ x, y }, next) => new fc.Value(readableGroup(this.layer, x, y), next);
        const { length } = group.x;
        if (stage === 'random') {
            for (const negative of [false, true])
                yield value(largestProducts(this.layer, length, negative), 'extreme');
        }
        const next = stage === 'extreme' ? 'extreme' : 'plain';
        for (const rest of shorterLengths(length)) {
            yield value({ x: group.x.slice(0, rest), y: group.y.slice(0, rest) }, next);
            if (stage !== 'extreme')
                yield value({ x: group.x.slice(length - rest), y: group.y.slice(length - rest) }, next);
        }
        if (stage === 'extreme' || length > LONGEST_IN_DETAIL)
            return;
        for (let k = 0; k < length && length > 1; k++)
            yield value({ x: group.x.toSpliced(k, 1), y: group.y.toSpliced(k, 1) }, next);
        const { x, y } = this.layer;
        for (let k = 0; k < length; k++) {
            // Two negative codes have the product of two positive ones.
            const bothNegative = group.x[k] > x.maxMagnitudeCode && group.y[k] > y.maxMagnitudeCode;
            if (bothNegative)
                yield value({ x: group.x.with(k, group.x[k] & x.maxMagnitudeCode), y: group.y.with(k, group.y[k] & y.maxMagnitudeCode) }, next);
            for (const code of simplerCodes(group.x[k]))
                yield value({ x: group.x.with(k, code), y: group.y }, next);
            for (const code of simplerCodes(group.y[k]))
                yield value({ x: group.x, y: group.y.with(k, code) }, next);
        }
    }
}
/** Lengths below n: 1, and from the half on ever closer to n. */
function shorterLengths(n) {
    const lengths = new Set();
    if (n > 1)
        lengths.add(1);
    for (let off = Math.floor(n / 2); off >= 1; off = Math.floor(off / 2))
        lengths.add(n - off);
    return [...lengths];
}
/** Codes below a code, simplest first. */
function simplerCodes(code) {
    return code === 0 ? [] : [...new Set([0, Math.floor(code / 2), code - 1])];
}
/** A group of nothing but the largest product. */
function largestProducts({ x, y }, length, negative) {
    const code = negative ? 2 ** x.codeBits - 1 : x.maxMagnitudeCode;
    return { x: new Array(length).fill(code), y: new Array(length).fill(y.maxMagnitudeCode) };
}
function eachProduct(length, pair) {
    const pairs = Array.from({ length }, (_, k) => pair(k));
    return { x: pairs.map(([x]) => x), y: pairs.map(([, y]) => y) };
}
const any = (format, random) => random.nextInt(0, 2 ** format.codeBits - 1);
const largest = (format, negative) => (negative ? 2 ** format.codeBits - 1 : format.maxMagnitudeCode);
const flip = (random) => random.nextInt(0, 1) === 1;
const STYLES = [
    // Towards one limit, in a straight line.
    (layer, length, random) => largestProducts(layer, length, flip(random)),
    // Towards a limit and back.
    ({ x, y }, length, random) => {
        const turn = random.nextInt(0, length);
        const negative = flip(random);
        return eachProduct(length, (k) => [largest(x, (k < turn) === negative), largest(y, false)]);
    },
    // To a limit with one product that is anything: just inside, just outside.
    ({ x, y }, length, random) => {
        const odd = random.nextInt(0, length - 1);
        const negative = flip(random);
        const one = [any(x, random), any(y, random)];
        return eachProduct(length, (k) => (k === odd ? one : [largest(x, negative), largest(y, false)]));
    },
    // Codes at the edges of the format.
    ({ x, y }, length, random) => {
        const edges = { x: extremeCodes(x), y: extremeCodes(y) };
        const pick = (codes) => codes[random.nextInt(0, codes.length - 1)];
        return eachProduct(length, () => [pick(edges.x), pick(edges.y)]);
    },
    // Anything, of one sign.
    ({ x, y }, length, random) => {
        const sign = flip(random) ? x.maxMagnitudeCode + 1 : 0;
        return eachProduct(length, () => [sign + random.nextInt(0, x.maxMagnitudeCode), random.nextInt(0, y.maxMagnitudeCode)]);
    },
    // Anything.
    ({ x, y }, length, random) => eachProduct(length, () => [any(x, random), any(y, random)]),
];
//# sourceMappingURL=groups.js.map