/** Differences in which leading bits cancel. */
import { HIDDEN_BIT } from "../../bits/binary32.js";
import { gridClass, range } from "../case-class.js";
import { operandsOf } from "./adder-operands.js";
import { pattern, signed, TOP_EXPONENT } from "./patterns.js";
export function cancellationClasses(times) {
    return [
        gridClass('equal magnitudes', 'x - x is +0 for every exponent, and x + x is 2x: a -0, a residue, a carry out that is lost', [255, 2, 2], times, ([exponent, sign, subtract], random) => {
            const x = pattern(sign, exponent, random.word());
            return [x, signed(subtract, x)];
        }),
        gridClass('one unit apart', 'x minus its neighbour, at every exponent, across a power of two too: a sum that cancels to one bit', [254, 3, 2], times, ([exponent, kind, swap], random) => {
            // Neighbours differ by one as integers. Kind 1: a power of two and the number below it; 2: and the number above it.
            const upper = kind === 0 ? pattern(0, exponent, random.word()) + 1 : pattern(0, exponent + 1, 0) + (kind === 2 ? 1 : 0);
            const sign = random.bit();
            const [a, b] = [signed(sign, upper), signed(sign ^ 1, upper - 1)];
            return swap === 1 ? [b, a] : [a, b];
        }),
        gridClass('cancellation', 'a leading one at every place of the difference, exponents equal or one apart: a leading-zero count that is one off, a shift that stops short', [2, 23], 16 * times, ([distance, place], random) => cancelled(distance, place, 30 + random.below(225), random)),
        gridClass('cancellation into subnormals', 'the same, with exponents so small that the normalizing shift has to stop: no gradual underflow, one shift too many', [2, 23, 25], times, ([distance, place, exponent], random) => cancelled(distance, place, 1 + distance + exponent, random)),
        gridClass('cancellation of far ones', 'a power of two minus a number of every distance, and minus the smallest: one borrow through all bits', [range(1, 30).length, 3], 6 * times, ([nth, kind], random) => {
            const distance = nth + 1;
            const exponent = distance + 1 + random.below(TOP_EXPONENT - distance);
            const small = [random.word(), 0, 1][kind];
            return operandsOf({ exponent, distance, large: HIDDEN_BIT | (random.below(4) === 0 ? 1 : 0), small, subtract: true }, random);
        }),
        gridClass('sign of the larger', 'opposite signs, the larger operand first or second, exponents equal or near: the sign or the order taken from the wrong operand', [4, 2, 2, 2], 25 * times, ([distance, sign, swap, near], random) => {
            const exponent = 8 + random.below(240);
            const a = pattern(sign, exponent, random.word());
            const b = near === 1 ? signed(1, (a & ~0xff) | random.bits(8)) >>> 0 : pattern(sign ^ 1, exponent - distance, random.word());
            return swap === 1 ? [b, a] : [a, b];
        }),
    ];
}
/** A difference whose leading one is at `place`, counted in units of the smaller operand's last place. @param place 0..22 @param exponent of the larger */
function cancelled(distance, place, exponent, random) {
    const difference = 2 ** place + random.bits(place);
    if (distance === 0) {
        const large = HIDDEN_BIT + difference + random.below(HIDDEN_BIT - difference);
        return operandsOf({ exponent, distance, large, small: large - difference, subtract: true }, random);
    }
    // small = 2 x large - difference has to stay below 2^24.
    const large = HIDDEN_BIT + random.below(Math.ceil(difference / 2));
    return operandsOf({ exponent, distance, large, small: 2 * large - difference, subtract: true }, random);
}
//# sourceMappingURL=adder-cancellation.js.map