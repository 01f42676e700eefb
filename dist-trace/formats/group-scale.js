/**
 * The group scale <Eg,Mg> of MLS (paper Sec. 3.2): a value {1, 1.5} x 2^-exp that hardware applies with a shift and an addition.
 *
 * A code is `exp << Mg | man`; its value is (1 + man / 2^Mg) x 2^-exp. There is no zero and no subnormal.
 */
import { requireInteger } from "../bits/check.js";
export const MAX_SCALE_EXPONENT_BITS = 8;
/** The format <Eg,Mg>. @param Eg 1..8 @param Mg 0 or 1 @throws InputError, TypeError */
export function groupScaleFormat(Eg, Mg) {
    requireInteger('group scale <Eg,Mg>: Eg', Eg, 1, MAX_SCALE_EXPONENT_BITS);
    requireInteger('group scale <Eg,Mg>: Mg', Mg, 0, 1);
    return { Eg, Mg, codeBits: Eg + Mg, maxExp: 2 ** Eg - 1 };
}
/** The exponent field of a code. @param code in [0, 2^codeBits) */
export function scaleExp(format, code) {
    return code >>> format.Mg;
}
/** The mantissa field of a code, 0 or 1; always 0 when Mg = 0. @param code in [0, 2^codeBits) */
export function scaleMan(format, code) {
    return format.Mg === 0 ? 0 : code & 1;
}
/** The exact value of a code, in (0, 1.5]. @param code in [0, 2^codeBits) */
export function scaleValue(format, code) {
    return (1 + scaleMan(format, code) / 2) * 2 ** -scaleExp(format, code);
}
//# sourceMappingURL=group-scale.js.map