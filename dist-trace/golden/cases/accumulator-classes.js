/** Steps for an accumulator: its limits, its carries, its flag. */
import { fitsSigned, maxSigned, minSigned } from "../../bits/width.js";
import { gridClass, pairs, randomClass, range } from "../case-class.js";
import { clampSigned, extremes, singleBits } from "./integer-values.js";
/** All directed classes. @param width A @param productWidth bits of the signed product */
export function accumulatorClasses(width, productWidth, level) {
    const times = level === 1 ? 1 : 10;
    return [...loadClasses(width, productWidth, times), ...limitClasses(width, productWidth, times), ...carryClasses(width, productWidth, times)];
}
function loadClasses(width, productWidth, times) {
    const products = singleBits(productWidth);
    const outside = products.filter((product) => !fitsSigned(product, width));
    const atLimit = [-2n, -1n, 0n, 1n, 2n].flatMap((off) => [maxSigned(width) + off, minSigned(width) + off]).filter((product) => fitsSigned(product, productWidth));
    return [
        gridClass('load', 'a first product of every size over an old sum and an old flag: a sum that is added, a flag that stays', [products.length, 2], 4 * times, ([nth, overflow], random) => ({
            first: 1,
            sum: random.signed(width),
            overflow,
            product: products[nth],
        })),
        gridClass('load overflow', 'a first product wider than the accumulator, every bit beyond it: a load that does not wrap, saturate or set the flag', [outside.length, 2], 4 * times, ([nth, overflow], random) => ({
            first: 1,
            sum: random.signed(width),
            overflow,
            product: outside[nth],
        })),
        gridClass('load at the limits', 'a first product at, just inside and just outside both limits', [atLimit.length, 2], 2 * times, ([nth, overflow], random) => ({
            first: 1,
            sum: random.signed(width),
            overflow,
            product: atLimit[nth],
        })),
    ];
}
function limitClasses(width, productWidth, times) {
    const sums = extremes(width);
    const products = extremes(productWidth);
    return [
        gridClass('at the limits', 'sums up to two units inside and outside of both limits, by products of every length: overflow one off, saturation one off, overflow where the limit is just reached', [5, 2, productWidth - 1, 2, 3], times, ([off, upper, bits, overflow, kind], random) => {
            const target = (upper === 1 ? maxSigned(width) : minSigned(width)) + BigInt(off - 2);
            const size = 2n ** BigInt(bits) + (kind === 0 ? 0n : kind === 1 ? random.wide(bits) : -1n);
            const wanted = upper === 1 ? size : -size;
            // With a product beyond the accumulator's range no old sum is left to reach the target from: then the nearest one.
            const sum = clampSigned(target - wanted, width);
            const product = clampSigned(target - sum, productWidth);
            return { first: 0, sum, overflow, product };
        }),
        gridClass('extreme operands', 'both ends and the numbers around 0, of sum and product, with every flag', [sums.length, products.length, 2, 2], 1, ([sum, product, first, overflow]) => ({ first, sum: sums[sum], overflow, product: products[product] })),
        gridClass('far overflow', 'sums far beyond both limits: a sign taken from the wrong bit', [2, productWidth, 2], 2 * times, ([negative, bits, overflow], random) => {
            const size = random.wide(Math.min(bits, productWidth - 1));
            const product = negative === 1 ? minSigned(productWidth) + size : maxSigned(productWidth) - size;
            const depth = random.wide(random.below(width - 1));
            return { first: 0, sum: negative === 1 ? minSigned(width) + depth : maxSigned(width) - depth, overflow, product };
        }),
    ];
}
function carryClasses(width, productWidth, times) {
    // Runs of ones: from a place up to another one.
    const runs = pairs(range(0, Math.min(width, productWidth) - 2), (low) => range(low + 1, width - 1));
    const products = singleBits(productWidth);
    return [
        gridClass('carry chains', 'a carry from every place to every other one, by a positive and a negative product: a carry that is lost between two parts of the adder', [runs.length, 2], Math.max(times, Math.ceil((times * 500) / runs.length)), ([nth, negative], random) => {
            const [low, high] = runs[nth];
            const one = 1n << BigInt(low);
            const ones = (1n << BigInt(high)) - one;
            // A negative product has ones from its lowest bit up: the carry passes the zeros of the sum.
            const sum = negative === 1 ? BigInt.asIntN(width, (1n << BigInt(high)) + one) : ones;
            return { first: 0, sum, overflow: random.bit(), product: negative === 1 ? -one : one };
        }),
        gridClass('sign extension', 'products of every size and sign to a sum of any: upper bits of a negative product that are not ones', [products.length, 2], 4 * times, ([nth, shallow], random) => ({
            first: 0,
            sum: shallow === 1 ? random.signed(Math.max(2, width >> 1)) : random.signed(width),
            overflow: random.bit(),
            product: products[nth],
        })),
        gridClass('sticky flag', 'small sums with the flag set and clear, added and loaded: a flag that is not held, or not cleared', [2, 2], 64 * times, ([first, overflow], random) => ({
            first,
            sum: random.signed(width - 1),
            overflow,
            product: clampSigned(random.signed(Math.min(productWidth, width - 1)), productWidth),
        })),
        gridClass('opposites', 'a sum that comes back to 0, 1 or -1', [3, Math.min(width, productWidth) - 1], 4 * times, ([off, bits], random) => {
            const product = clampSigned((1n << BigInt(bits)) | random.wide(bits), productWidth);
            const turned = random.bit() === 1 ? product : -product;
            return { first: 0, sum: clampSigned(BigInt(off - 1) - turned, width), overflow: random.bit(), product: turned };
        }),
        randomClass('any bits', 'any state and any product', 1000 * times, (random) => anyStep(width, productWidth, random)),
        randomClass('any length', 'sums and products of any number of bits', 2000 * times, (random) => ({
            first: random.below(4) === 0 ? 1 : 0,
            sum: random.signed(1 + random.below(width)),
            overflow: random.bit(),
            product: random.signed(1 + random.below(productWidth)),
        })),
    ];
}
function anyStep(width, productWidth, random) {
    return { first: random.bit(), sum: random.signed(width), overflow: random.bit(), product: random.signed(productWidth) };
}
//# sourceMappingURL=accumulator-classes.js.map