/** Adder trees of any width, in the two usual wirings, for a tile of outputs at once: binary32 with the host's rounding. */
import { flushSubnormals } from "../sim/host-binary32.js";
/** Which lanes of a level meet: neighbours, as in the unit, or lane i and lane i + half. */
export const TREE_ORDERS = ['neighbours', 'halves'];
/** The sums of all terms, chunk after chunk into a running sum that starts at +0. @param terms a lane for each group, all of one length */
export function treeSums(terms, { order, width }, flush) {
    const count = terms[0].length;
    const running = new Float32Array(count);
    for (let start = 0; start < terms.length; start += width) {
        const chunk = terms.slice(start, start + width);
        add(running, running, reduceLanes(chunk, order, width, flush), flush);
    }
    return running;
}
/** One chunk to one sum. Idle lanes hold +0. */
function reduceLanes(chunk, order, width, flush) {
    const count = chunk[0].length;
    const lanes = Array.from({ length: width }, (_, lane) => (lane < chunk.length ? chunk[lane].slice() : undefined));
    for (let half = width / 2; half >= 1; half /= 2) {
        for (let pair = 0; pair < half; pair++) {
            const [a, b] = order === 'neighbours' ? [lanes[2 * pair], lanes[2 * pair + 1]] : [lanes[pair], lanes[pair + half]];
            lanes[pair] = a === undefined || b === undefined ? withIdle(a ?? b) : add(a, a, b, flush);
        }
    }
    return lanes[0] ?? new Float32Array(count);
}
/** A lane plus +0 is the lane, and a -0 becomes +0. */
function withIdle(lane) {
    if (lane !== undefined)
        for (let i = 0; i < lane.length; i++)
            lane[i] += 0;
    return lane;
}
function add(out, a, b, flush) {
    for (let i = 0; i < out.length; i++)
        out[i] = a[i] + b[i];
    if (flush)
        flushSubnormals(out, 0, out.length);
    return out;
}
//# sourceMappingURL=tree-orders.js.map