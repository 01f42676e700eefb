import { LSB_EXPONENT_BITS, scaledSumBits, scaleGroup } from "../../units/group-scaler.js";
import { gridClass, pairs, randomClass, range } from "../case-class.js";
import { field } from "../fields.js";
import { packer } from "../pack.js";
import { extremes, fieldPatterns, singleBits } from "./integer-values.js";
/** @param width A */
export function groupScalerCases(width, x, y) {
    const fields = [
        field('in', 'sum', width, { kind: 'signed' }),
        field('in', 'scale_x', x.scale.codeBits, { kind: 'scale', Eg: x.scale.Eg, Mg: x.scale.Mg }),
        field('in', 'scale_y', y.scale.codeBits, { kind: 'scale', Eg: y.scale.Eg, Mg: y.scale.Mg }),
        field('out', 'q', scaledSumBits(width, x.scale, y.scale), { kind: 'signed' }),
        field('out', 'lsb', LSB_EXPONENT_BITS, { kind: 'signed' }),
    ];
    const pack = packer(fields);
    const elementLsb = x.element.lsb + y.element.lsb;
    return {
        unit: 'group-scaler',
        parameters: {
            WIDTH: width,
            ...{ E_X: x.element.E, M_X: x.element.M, E_Y: y.element.E, M_Y: y.element.M },
            ...{ EG_X: x.scale.Eg, MG_X: x.scale.Mg, EG_Y: y.scale.Eg, MG_Y: y.scale.Mg },
        },
        fields,
        classes: (level) => classes(width, x.scale, y.scale, level),
        word: ([sum, a, b]) => {
            const { q, lsb } = scaleGroup(sum, elementLsb, { format: x.scale, code: a }, { format: y.scale, code: b });
            return pack([sum, BigInt(a), BigInt(b), q, BigInt(lsb)]);
        },
        fromInputs: ([sum, a, b]) => [sum, Number(a), Number(b)],
    };
}
function classes(width, x, y, level) {
    const times = level === 1 ? 1 : 10;
    const sums = singleBits(width);
    const ends = extremes(width);
    const [xMen, yMen] = [2 ** x.Mg, 2 ** y.Mg];
    const [xExps, yExps] = [fieldPatterns(x.Eg), fieldPatterns(y.Eg)];
    const runs = pairs(range(0, width - 2), (low) => range(low + 1, width - 1));
    return [
        gridClass('mantissa pairs', 'every two mantissas, single bits and runs of ones in the sum, of both signs: a shift or an addition that is missing, one place off, or taken for the other mantissa', [sums.length, xMen, yMen], 2 * times, ([sum, a, b], random) => [
            sums[sum],
            codeOf(x, random.bits(x.Eg), a),
            codeOf(y, random.bits(y.Eg), b),
        ]),
        gridClass('extreme sums', 'both ends of the sum and the numbers around 0, with every two mantissas and the smallest and largest exponents: a result one bit too narrow', [ends.length, xMen, yMen, 2, 2], 1, ([sum, a, b, expX, expY]) => [
            ends[sum],
            codeOf(x, expX * x.maxExp, a),
            codeOf(y, expY * y.maxExp, b),
        ]),
        gridClass('exponent patterns', 'exponents 0, all ones, and one bit alone or missing, every two of them: a carry in their sum, a bit that is lost', [xExps.length, yExps.length], times, ([expX, expY], random) => [
            random.signed(width),
            codeOf(x, xExps[expX], random.bits(x.Mg)),
            codeOf(y, yExps[expY], random.bits(y.Mg)),
        ]),
        gridClass('every scale', 'every code of each scale beside any of the other one', [2 ** Math.max(x.codeBits, y.codeBits), 2], 2 * times, ([code, swap], random) => [
            random.signed(width),
            swap === 0 ? code % 2 ** x.codeBits : random.bits(x.codeBits),
            swap === 1 ? code % 2 ** y.codeBits : random.bits(y.codeBits),
        ]),
        gridClass('exponent pairs', 'every two exponents', level === 2 ? [2 ** x.Eg, 2 ** y.Eg] : [0], 1, ([a, b], random) => [random.signed(width), codeOf(x, a, random.bits(x.Mg)), codeOf(y, b, random.bits(y.Mg))]),
        gridClass('carry chains', 'runs of ones from every place to every other one: a carry of the addition that is lost on its way', [runs.length, 2], 2 * times, ([nth, negative], random) => {
            const [low, high] = runs[nth];
            const ones = (1n << BigInt(high)) - (1n << BigInt(low));
            return [negative === 1 ? -ones : ones, random.bits(x.codeBits), random.bits(y.codeBits)];
        }),
        randomClass('any bits', 'any sum and any scales', 2000 * times, (random) => anyOperands(width, x, y, random)),
    ];
}
function codeOf({ Mg }, exp, man) {
    return exp * 2 ** Mg + man;
}
function anyOperands(width, x, y, random) {
    return [random.signed(1 + random.below(width)), random.bits(x.codeBits), random.bits(y.codeBits)];
}
//# sourceMappingURL=group-scaler.js.map