import { accumulate } from "../../units/local-accumulator.js";
import { productBits } from "../../units/multiplier.js";
import { field } from "../fields.js";
import { packer } from "../pack.js";
import { accumulatorClasses } from "./accumulator-classes.js";
export function accumulatorCases(format, x, y) {
    const { width, overflow } = format;
    const PRODUCT_BITS = productBits(x, y);
    const fields = [
        field('in', 'first', 1, { kind: 'bit' }),
        field('in', 'sum', width, { kind: 'signed' }),
        field('in', 'overflow', 1, { kind: 'bit' }),
        field('in', 'product', PRODUCT_BITS, { kind: 'signed' }),
        field('out', 'next_sum', width, { kind: 'signed' }),
        field('out', 'next_overflow', 1, { kind: 'bit' }),
    ];
    const pack = packer(fields);
    return {
        unit: 'accumulator',
        parameters: { WIDTH: width, PRODUCT_BITS, SATURATE: overflow === 'saturate' ? 1 : 0 },
        fields,
        classes: (level) => accumulatorClasses(width, PRODUCT_BITS, level),
        word: ({ first, sum, overflow, product }) => {
            const next = accumulate(format, { sum, overflow: overflow === 1 }, product, first === 1);
            return pack([BigInt(first), sum, BigInt(overflow), product, next.sum, next.overflow ? 1n : 0n]);
        },
        fromInputs: ([first, sum, overflow, product]) => ({ first: Number(first), sum, overflow: Number(overflow), product }),
    };
}
//# sourceMappingURL=accumulator.js.map