/** Two operands of an adder from significands at a distance: what the classes that look at rounding are made with. */
import { HIDDEN_BIT } from "../../bits/binary32.js";
import { pattern, SIGNIFICAND_BITS } from "./patterns.js";
import { tailBits } from "./tails.js";
/** The pair with any sign and in any order: both are the rounder's affair in no design, and a mistake there shows in half of the cases. */
export function operandsOf({ exponent, distance, large, small, subtract }, random) {
    const sign = random.bit();
    const a = pattern(sign, exponent, large);
    const b = pattern(sign ^ (subtract ? 1 : 0), exponent - distance, small);
    return random.bit() === 1 ? [b, a] : [a, b];
}
/** An exponent for which an operand at `distance` below is normal, and a carry does not overflow. */
export function exponentAbove(distance, random) {
    return distance + 1 + random.below(252 - distance);
}
/** A significand that ends in a tail, random above it. A tail as long as the significand must have the hidden bit as its half. */
export function significandWith(tail, random) {
    const random23 = random.bits(23);
    const above = tail.length >= SIGNIFICAND_BITS ? 0 : (random23 >>> tail.length) << tail.length;
    return HIDDEN_BIT | above | Number(tailBits(tail));
}
//# sourceMappingURL=adder-operands.js.map