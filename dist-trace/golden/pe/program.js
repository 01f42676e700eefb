/** The stimulus of a set: all directed segments, each followed by its drain, then random ones until there is enough. */
import { InputError, requireInteger, show } from "../../bits/check.js";
import { directedSegments } from "./directed.js";
import { zeroInputs } from "./inputs.js";
import { latencyOf } from "./parameters.js";
import { playPart } from "./play.js";
import { RandomStream } from "./random-stream.js";
import { randomSegment } from "./random-segments.js";
import { idle } from "./segment.js";
/** The cycles of a set without a count; directed segments alone may take more. */
export const LEVEL_CYCLES = { 1: 3000, 2: 30_000 };
/** Directed outputs of level 2 for each of level 1; the rest of its length is random. */
const LEVEL_EFFORT = { 1: 1, 2: 4 };
const LONGEST_GROUP = { 1: 640, 2: 6400 };
/** Without a count at least so many random segments follow the directed ones. */
const RANDOM_SEGMENTS = { 1: 10, 2: 100 };
const MAX_COUNT = 1e8;
/** Idle cycles after the last drain. */
const REST = 8;
/** The options, checked. @throws InputError, TypeError */
export function requirePeOptions(options) {
    requireInteger('level', options.level, 1, 2);
    if (options.seed < 0n || options.seed >= 1n << 64n)
        throw new InputError(`seed: expected an integer from 0 to 2^64 - 1, found ${show(options.seed)}`);
    if (options.count !== undefined)
        requireInteger('count', options.count, 1, MAX_COUNT);
    return options;
}
/** The cycles that a set aims at. */
export function cyclesWanted({ level, count }) {
    return count ?? LEVEL_CYCLES[level];
}
/** The segments of a set. @param played the cycles of the segments so far, at each moment */
function* program(p, options, played) {
    const { level, seed, count } = options;
    const wanted = cyclesWanted(options);
    let stream = 0;
    for (const segment of directedSegments(p, effortOf(options))) {
        yield { segment: { ...segment, parts: [...segment.parts, drainOf(p)] }, random: new RandomStream(seed, stream++) };
        if (count !== undefined && played() >= wanted)
            return;
    }
    const atLeast = count === undefined ? RANDOM_SEGMENTS[level] : 0;
    for (let made = 0; made < atLeast || played() < wanted; made++) {
        const random = new RandomStream(seed, stream++);
        yield { segment: randomSegment(p, random), random };
    }
}
/** Every cycle of a set with the segment that it belongs to; the end belongs to the last one. @param played the cycles so far, at each moment */
export function* cycles(p, options, played) {
    const inputs = zeroInputs(p);
    let last;
    for (const planned of program(p, options, played)) {
        last = planned;
        yield* playParts(planned, planned.segment.parts, inputs, p);
    }
    if (last !== undefined)
        yield* playParts(last, [drainOf(p), idle(REST)], inputs, p);
}
function* playParts({ segment, random }, parts, inputs, p) {
    for (const part of parts) {
        for (const word of playPart(part, inputs, p, random))
            yield { segment, inputs: word };
    }
}
/** Cycles until everything issued is out, and two more. */
function drainOf(p) {
    return idle(latencyOf(p) + 2);
}
function effortOf({ level, count }) {
    const share = count === undefined ? 1 : Math.min(1, count / LEVEL_CYCLES[level]);
    return { outputs: LEVEL_EFFORT[level] * share, longestGroup: count === undefined ? LONGEST_GROUP[level] : Math.min(LONGEST_GROUP[level], Math.ceil(count / 4)) };
}
//# sourceMappingURL=program.js.map