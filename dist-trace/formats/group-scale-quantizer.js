/** The group scale of a group: the ceiling of a quotient of maxima (paper Alg. 1 lines 6-8), exact. */
import { normalize } from "../bits/normalized.js";
/**
 * The smallest representable group scale that is at least groupMax / tensorMax (Alg. 1 lines 6-8: the ceiling of the fraction, with its
 * carry into the exponent), as a code. A group of zeros gets the smallest scale.
 * @param groupMax, tensorMax magnitude bit patterns, groupMax <= tensorMax, tensorMax > 0
 */
export function quantizeGroupScale(format, groupMax, tensorMax) {
    const { maxExp, Mg } = format;
    const smallest = maxExp << Mg;
    if (groupMax === 0)
        return smallest;
    const group = normalize(groupMax);
    const tensor = normalize(tensorMax);
    // groupMax / tensorMax = numerator / denominator x 2^-exp, with the fraction in (1/2, 1].
    const carries = group.significand > tensor.significand;
    const exp = tensor.exponent - group.exponent - (carries ? 1 : 0);
    if (exp > maxExp)
        return smallest;
    const denominator = carries ? 2 * tensor.significand : tensor.significand;
    const atMostThreeQuarters = 4 * group.significand <= 3 * denominator;
    return Mg === 1 && atMostThreeQuarters && exp < maxExp ? ((exp + 1) << Mg) | 1 : exp << Mg;
}
//# sourceMappingURL=group-scale-quantizer.js.map