/**
 * Tails: the bits of an exact result below its last place, chosen so that one rounding decision hangs on one bit.
 *
 * A rounder that loses the sticky bit, takes the round bit for the guard bit, or breaks ties the wrong way differs from the right one only
 * on such tails, and for a lost bit only on the tail with that very bit.
 */
import { pairs, range } from "../case-class.js";
export const TAIL_KINDS = [
    /** Exactly one half: a tie. */
    'tie',
    /** One half and a single bit below it: up, unless that bit is lost. */
    'above half',
    /** A single bit below one half: down. */
    'one bit',
    /** Ones from the bit below one half down to a place: down, and a tie for who rounds twice or adds too early. */
    'below half',
];
/** Every kind of tail of a length, with its lowest one at every place below one half. @param length at least 1 */
export function tailsOf(length) {
    const kinds = ['above half', 'one bit', 'below half'];
    const places = pairs(range(0, 2), () => range(0, length - 2));
    return [{ length, kind: 'tie', place: 0 }, ...places.map(([kind, place]) => ({ length, kind: kinds[kind], place }))];
}
/** The tails of every length in a range. */
export function tails(shortest, longest) {
    return range(shortest, longest).flatMap(tailsOf);
}
/** The bits of a tail. */
export function tailBits({ length, kind, place }) {
    const half = 1n << BigInt(length - 1);
    const bit = 1n << BigInt(place);
    switch (kind) {
        case 'tie':
            return half;
        case 'above half':
            return half | bit;
        case 'one bit':
            return bit;
        case 'below half':
            return half - bit;
    }
}
//# sourceMappingURL=tails.js.map