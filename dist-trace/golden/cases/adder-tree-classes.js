/** Lanes for an adder tree: what a wrong connection, a wrong order or a wrong adder at one node would show. */
import { gridClass, pairs, randomClass, range } from "../case-class.js";
import { adderClasses } from "./adder-classes.js";
import { finite, nan, NAN_KINDS, numberOfKind, OTHER_KINDS, pattern, signed } from "./patterns.js";
const NEGATIVE_ZERO = 0x8000_0000;
const INFINITY = 0x7f80_0000;
/** All directed classes of a tree. @param width T, a power of two */
export function treeClasses(width, level) {
    // A narrow tree has room for more cases of each lane.
    const times = (level === 1 ? 1 : 10) * Math.max(1, Math.ceil(128 / width));
    return [...laneClasses(width, times), ...nodeClasses(width, level, times), ...mixedClasses(width, times)];
}
function laneClasses(width, times) {
    return [
        gridClass('one lane', 'each lane alone beside +0 or -0, with every kind of number: a lane that is not connected, or twice', [width, OTHER_KINDS.length, 2], times, ([lane, kind, minus], random) => filled(width, minus === 1 ? NEGATIVE_ZERO : 0, { [lane]: numberOfKind(kind, random) })),
        gridClass('zeros', 'all lanes -0, and +0 in one of them: only -0 everywhere makes -0', [width + 1], times, ([lane]) => filled(width, NEGATIVE_ZERO, lane === width ? {} : { [lane]: 0 })),
        gridClass('idle lanes', 'every number of active lanes, from lane 0 on, +0 in the others', [width], 2 * times, ([active], random) => {
            const exponent = 20 + random.below(200);
            return Array.from({ length: width }, (_, lane) => (lane <= active ? near(exponent, 6, random) : 0));
        }),
        gridClass('one bit a lane', 'a power of two in each lane, of a place of its own: the sum shows which lanes came in, and how often', [width, 2], times, ([lane, others], random) => {
            const exponent = 60 + random.below(100);
            const at = (i) => ((i - lane + width) % width < 24 ? pattern(0, exponent + ((i - lane + width) % width), 0) : 0);
            return Array.from({ length: width }, (_, i) => (others === 1 && random.bit() === 1 ? 0 : at(i)));
        }),
        gridClass('NaN in one lane', 'each lane, quiet and signaling: a NaN that is lost or passed on as it came', [width, 2], times, ([lane, quiet], random) => Array.from({ length: width }, (_, i) => (i === lane ? nan(random.bit(), random.below(NAN_KINDS / 2) + (quiet * NAN_KINDS) / 2) : near(127, 4, random)))),
        gridClass('infinity in one lane', 'each lane, and two infinities of equal and of opposite signs in any two lanes', [width, 3], times, ([lane, second], random) => {
            const sign = random.bit();
            const other = second === 0 ? lane : random.below(width);
            return Array.from({ length: width }, (_, i) => (i === lane ? signed(sign, INFINITY) : i === other ? signed(second === 1 ? sign : sign ^ 1, INFINITY) : near(127, 4, random)));
        }),
    ];
}
/** For each node of the tree: two lanes that meet there first, and the adder's own classes for the two. */
function nodeClasses(width, level, times) {
    const depth = Math.log2(width);
    // A node is its height and its place in its row.
    const nodes = pairs(range(0, depth - 1), (height) => range(0, width / 2 ** (height + 1) - 1));
    const operands = adderClasses(level).filter(({ size }) => size > 0);
    return [
        gridClass('each adder', "two operands of the adder's classes at each node, everything else zero", [nodes.length, width > 64 ? 1 : operands.length], Math.max(1, Math.ceil(times / 4)), ([nth, kind], random) => {
            const [height, place] = nodes[nth];
            const chosen = width > 64 ? random.pick(operands) : operands[kind];
            const [a, b] = chosen.at(random.below(chosen.size), random);
            const [left, right] = lanesOf(height, place, random);
            return filled(width, 0, { [left]: a, [right]: b });
        }),
        gridClass('order of additions', 'a large number, its opposite and small ones: what is left depends on who meets whom first', [nodes.length, 2], 2 * times, ([nth, few], random) => {
            const [height, place] = nodes[nth];
            const [left, right] = lanesOf(height, place, random);
            const exponent = 150 + random.below(60);
            const large = finite(exponent, random);
            const small = (i) => (few === 1 && i % 3 !== 0 ? 0 : near(exponent - 20 - random.below(8), 3, random));
            return Array.from({ length: width }, (_, i) => (i === left ? large : i === right ? signed(1, large) : small(i)));
        }),
        gridClass('cancellation between subtrees', 'the right half of a node is minus the left one, the rest is small: an exact zero at each node', [nodes.length], 2 * times, ([nth], random) => {
            const [height, place] = nodes[nth];
            const half = 2 ** height;
            const lanes = Array.from({ length: width }, () => near(60, 8, random));
            for (let i = 0; i < half; i++) {
                lanes[2 * half * place + i] = near(120, 12, random);
                lanes[2 * half * place + half + i] = signed(1, lanes[2 * half * place + i]);
            }
            return lanes;
        }),
        gridClass('overflow on the way', 'two large numbers at a node whose sum is infinite, alone or with their opposites elsewhere: infinity, or invalid, though the sum of all is neither', [nodes.length, 2], times, ([nth, opposite], random) => {
            const [height, place] = nodes[nth];
            const [left, right] = lanesOf(height, place, random);
            const large = finite(254, random);
            const lanes = filled(width, 0, { [left]: large, [right]: large });
            if (opposite === 0)
                return lanes;
            const others = range(0, width - 1).filter((lane) => lane !== left && lane !== right);
            const first = random.below(width);
            return lanes.map((bits, lane) => (lane === others[first % others.length] || lane === others[(first + 1) % others.length] ? signed(1, large) : bits));
        }),
    ];
}
function mixedClasses(width, times) {
    const perSet = Math.max(8, Math.ceil(times / 2));
    return [
        gridClass('all lanes equal', 'a number of every exponent in all lanes: T times it, to infinity and from subnormals', [255], Math.max(1, Math.ceil(times / 8)), ([exponent], random) => filled(width, finite(exponent, random), {})),
        gridClass('near exponents', 'lanes of exponents within every distance: rounding at many nodes', [31], 4 * perSet, ([spread], random) => {
            const exponent = 40 + random.below(170);
            return Array.from({ length: width }, () => near(exponent, spread + 1, random));
        }),
        gridClass('alternating signs', 'neighbours of opposite signs: cancellation at every node of the lowest row', [2, 24], 2 * perSet, ([rows, bits], random) => {
            const exponent = 40 + random.below(170);
            let last = 0;
            return Array.from({ length: width }, (_, i) => {
                last = i % (2 << rows) === 0 ? finite(exponent, random) : signed(1, last ^ random.bits(Math.min(bits, 22)));
                return last;
            });
        }),
        gridClass('subnormal lanes', 'subnormal numbers and the smallest normal ones in all lanes: gradual underflow, or flushing, at every node', [4], 16 * perSet, ([top], random) => Array.from({ length: width }, () => pattern(random.bit(), random.below(top + 1), random.word()))),
        randomClass('any bits', 'any patterns', 16 * perSet, (random) => Array.from({ length: width }, () => random.word())),
    ];
}
/** The same pattern in all lanes but some. */
function filled(width, bits, others) {
    const lanes = new Array(width).fill(bits);
    for (const [lane, other] of Object.entries(others))
        lanes[Number(lane)] = other;
    return lanes;
}
/** A lane of the left and one of the right half under a node. */
function lanesOf(height, place, random) {
    const half = 2 ** height;
    return [2 * half * place + random.below(half), 2 * half * place + half + random.below(half)];
}
/** A number with an exponent field a little above another. */
function near(exponent, spread, random) {
    return finite(Math.min(254, exponent + random.below(spread)), random);
}
//# sourceMappingURL=adder-tree-classes.js.map