/**
 * The binary32 adder tree (TreeAdd of the paper's Fig. 1b): T lanes are added pairwise, level by level, and a running sum takes the result of
 * each chunk of T groups.
 */
import { GRADUAL_UNDERFLOW } from "../bits/binary32.js";
import { InputError, requireInteger } from "../bits/check.js";
import { addFp32 } from "./fp32-adder.js";
export const MAX_TREE_WIDTH = 1024;
/** Checks a tree width T. @throws InputError unless it is a power of two in 1..1024; TypeError */
export function requireTreeWidth(width) {
    requireInteger('tree width', width, 1, MAX_TREE_WIDTH);
    if ((width & (width - 1)) !== 0)
        throw new InputError(`tree width: expected a power of two from 1 to ${MAX_TREE_WIDTH}, found ${width}`);
    return width;
}
/** One level of the tree: lanes (0,1), (2,3), ... to their sums. @param lanes an even number of bit patterns */
export function addLevel(lanes, policy = GRADUAL_UNDERFLOW) {
    return Array.from({ length: lanes.length / 2 }, (_, pair) => addFp32(lanes[2 * pair], lanes[2 * pair + 1], policy).bits);
}
/** The tree without its running sum: T lanes to one sum. @param lanes T bit patterns, T a power of two */
export function addLanes(lanes, policy = GRADUAL_UNDERFLOW) {
    let level = lanes;
    while (level.length > 1)
        level = addLevel(level, policy);
    return level[0];
}
/** The lanes of a chunk: its terms, then +0 in each idle lane. */
function lanesOfChunk(terms, chunk, width) {
    return Array.from({ length: width }, (_, lane) => terms[chunk * width + lane] ?? 0);
}
/**
 * The sum of any number of group terms through a tree of `width` lanes: chunks of T in index order, each added to a running sum that
 * starts at +0.
 * @param terms binary32 bit patterns @param width T, a power of two in 1..1024
 */
export function adderTree(terms, width, policy = GRADUAL_UNDERFLOW) {
    let runningSum = 0;
    for (let chunk = 0; chunk * width < terms.length; chunk++) {
        runningSum = addFp32(runningSum, addLanes(lanesOfChunk(terms, chunk, width), policy), policy).bits;
    }
    return runningSum;
}
//# sourceMappingURL=adder-tree.js.map