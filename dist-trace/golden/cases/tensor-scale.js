import { applyTensorScale, outputScale } from "../../units/tensor-scale.js";
import { gridClass, randomClass } from "../case-class.js";
import { field } from "../fields.js";
import { word32 } from "../pack.js";
import { multiplierClasses } from "./fp32-multiplier-classes.js";
import { finite, pattern, signed, SPECIALS } from "./patterns.js";
const BINARY32 = { kind: 'binary32' };
const FIELDS = [
    field('in', 'sum', 32, BINARY32),
    field('in', 'scale_x', 32, BINARY32),
    field('in', 'scale_y', 32, BINARY32),
    field('out', 'result', 32, BINARY32),
];
export function tensorScaleCases(policy) {
    return {
        unit: 'tensor-scale',
        parameters: { FLUSH_TO_ZERO: policy.flushToZero ? 1 : 0 },
        fields: FIELDS,
        classes,
        word: ([sum, x, y]) => word32(sum) + word32(x) + word32(y) + word32(applyTensorScale(sum, outputScale(x, y, policy), policy)),
    };
}
const ONE = pattern(0, 127, 0);
function classes(level) {
    const times = level === 1 ? 1 : 10;
    return [
        // What is wrong in S_z stays to be seen when it is multiplied by 1, and what is wrong in the second product when S_z is 1 x a scale.
        ...multiplierClasses(level).map((of) => half(of, 'S_z: ', ([x, y]) => [ONE, x, y])),
        ...multiplierClasses(level).map((of) => half(of, 'product: ', ([sum, scale], random) => (random.bit() === 1 ? [sum, scale, ONE] : [sum, ONE, scale]))),
        gridClass('order of multiplications', 'scales whose product overflows or underflows, while the sum times one of them does not: S_z must come first', [128, 2, 2], 4 * times, ([size, small, swap], random) => {
            // One scale is 1 or further from it, the other far from it on the same side, the sum on the other side.
            const x = finite(small === 1 ? 127 - size : 127 + size, random) & 0x7fff_ffff;
            const y = finite(small === 1 ? 1 + random.below(30) : 254 - random.below(30), random) & 0x7fff_ffff;
            const sum = finite(small === 1 ? 254 - random.below(120) : 1 + random.below(120), random);
            return swap === 1 ? [sum, y, x] : [sum, x, y];
        }),
        gridClass('S_z is rounded', 'three full significands: S_z with more than 24 bits, a product of all three that is rounded only once', [8], 100 * times, ([near], random) => {
            const at = () => pattern(0, 110 + random.below(34), near === 0 ? 0x7f_ffff - random.below(16) : random.word());
            return [signed(random.bit(), at()), at(), at()];
        }),
        gridClass('S_z is subnormal', 'scales with a subnormal product: S_z loses bits, or is flushed, and a large sum shows it', [26, 2], 20 * times, ([shift, exact], random) => {
            const first = 1 + random.below(100);
            const bits = () => (exact === 1 ? 0x70_0000 & random.word() : random.word());
            return [finite(230 + random.below(25), random), pattern(0, first, bits()), pattern(0, 127 - shift - first + 1, bits())];
        }),
        gridClass('special values', 'numbers at a boundary of their kind, in all three places', [SPECIALS.length], 40 * times, ([nth], random) => shuffled([SPECIALS[nth], random.pick(SPECIALS), random.bit() === 1 ? random.pick(SPECIALS) : random.word()], random)),
        randomClass('any bits', 'any three patterns', 400 * times, (random) => [random.word(), random.word(), random.word()]),
    ];
}
/** Every second case of a multiplier's class, for one of the two multiplications: the multiplier alone has a set with all of them. */
function half(of, which, make) {
    return {
        name: which + of.name,
        about: of.about,
        size: Math.ceil(of.size / 2),
        // One of each two neighbours, by chance: always the first of them would cut a grid's inner dimension to one value.
        at: (index, random) => make(of.at(Math.min(of.size - 1, 2 * index + random.bit()), random), random),
    };
}
function shuffled([a, b, c], random) {
    return random.pick([[a, b, c], [b, c, a], [c, a, b]]);
}
//# sourceMappingURL=tensor-scale.js.map