import { productBits } from "../../units/multiplier.js";
/** Zeros of either sign, the smallest and largest magnitudes now and then, else any code. */
export function mixedCode(format, random) {
    const sign = random.bits(1) * (format.maxMagnitudeCode + 1);
    switch (random.below(12)) {
        case 0:
            return sign;
        case 1:
            return sign + format.maxMagnitudeCode;
        case 2:
            return sign + 1;
        default:
            return random.bits(format.codeBits);
    }
}
/** Codes whose magnitude is not zero. */
export function nonzeroCode(format, random) {
    return random.bits(1) * (format.maxMagnitudeCode + 1) + random.between(1, format.maxMagnitudeCode);
}
/** The largest shift: both exponents at their largest. */
export function maxShift({ scale, scaleY }) {
    return scale.maxExp + scaleY.maxExp;
}
/** The shift at which the last bit of a group's sum weighs 2^-149, that of the smallest subnormal; negative for very fine elements. */
export function subnormalShift({ element, elementY }) {
    return 149 + element.lsb + elementY.lsb;
}
/** Splits a shift between two exponents. @param shift brought into range */
function splitShift(p, shift, random) {
    const whole = Math.max(0, Math.min(maxShift(p), shift));
    const x = random.between(Math.max(0, whole - p.scaleY.maxExp), Math.min(p.scale.maxExp, whole));
    return [x, whole - x];
}
/** A scale code. @param man ignored in a format without a mantissa */
export function scaleCode({ Mg }, exp, man) {
    return exp * 2 ** Mg + (Mg === 0 ? 0 : man);
}
/** Operands without values: all codes and scales are zero. */
export function emptyOperands({ groups, pairs }) {
    return { x: new Uint16Array(groups * pairs), y: new Uint16Array(groups * pairs), xScale: new Uint16Array(groups), yScale: new Uint16Array(groups) };
}
/** Fills in the scales of all groups. @param mantissas of group g: x's in bit 0, y's in bit 1; drawn where left out */
export function setScales(operands, p, random, shift, mantissas) {
    for (let g = 0; g < operands.xScale.length; g++) {
        const [x, y] = splitShift(p, shift(g), random);
        const man = mantissas?.(g) ?? random.bits(2);
        operands.xScale[g] = scaleCode(p.scale, x, man & 1);
        operands.yScale[g] = scaleCode(p.scaleY, y, man >>> 1);
    }
}
/** Fills in the codes of all pairs. */
export function setCodes(operands, p, random, code) {
    for (let i = 0; i < operands.x.length; i++) {
        operands.x[i] = code(p.element, random);
        operands.y[i] = code(p.elementY, random);
    }
}
/**
 * Mixed codes with shifts in a window: sums of terms so far apart need more than 24 bits, and nearly every addition rounds.
 * @param window how far apart the groups of an output may be, in bits @param base the smallest shift of an output
 */
export function windowed(window, base, code = mixedCode) {
    return (shape, p, random) => {
        const operands = emptyOperands(shape);
        setCodes(operands, p, random, code);
        const width = Math.min(window(random), maxShift(p));
        const lowest = Math.max(0, Math.min(base(p, random), maxShift(p) - width));
        setScales(operands, p, random, () => lowest + random.below(width + 1));
        return operands;
    };
}
/** Any codes, terms a little to far apart. */
const spread = windowed((random) => random.pick([4, 12, 20, 28]), (_, random) => random.below(8));
/**
 * Terms of two sizes, so far apart that the small ones end below the last bit of the large ones: where two of them meet, the sum is inexact.
 */
export const overlapping = (shape, p, random) => {
    const operands = emptyOperands(shape);
    setCodes(operands, p, random, nonzeroCode);
    const lowest = random.below(8);
    const nearest = Math.max(2, 27 - productBits(p.element, p.elementY));
    setScales(operands, p, random, () => lowest + random.below(2) + random.bits(1) * random.between(nearest, Math.max(nearest, 25)));
    return operands;
};
/** What most segments use. */
export const mixed = (shape, p, random, output) => (random.chance(0.5) ? spread : overlapping)(shape, p, random, output);
//# sourceMappingURL=operands.js.map