/** The stimulus of a set: all directed segments, each followed by its drain, then random ones until there is enough. */
import { InputError, requireInteger, show } from '../../bits/check.ts';
import { directedSegments, type Effort } from './directed.ts';
import { zeroInputs, type PeInputs } from './inputs.ts';
import { latencyOf, type PeParameters } from './parameters.ts';
import { playPart } from './play.ts';
import { RandomStream } from './random-stream.ts';
import { randomSegment } from './random-segments.ts';
import { idle, type Part, type Segment } from './segment.ts';

export interface PeOptions {
  readonly level: 1 | 2;
  /** In [0, 2^64). */
  readonly seed: bigint;
  /**
   * Cycles of stimulus wanted, 1..10^8: the set ends with the first segment at whose end so many have passed (and the last drain). Below the
   * level's own number the runs of directed segments get fewer outputs, in proportion but at least one; where even that is too long,
   * the last classes are missing. Without it a set has all directed segments and a number of random ones.
   */
  readonly count?: number | undefined;
}

/** The cycles of a set without a count; directed segments alone may take more. */
export const LEVEL_CYCLES = { 1: 3000, 2: 30_000 } as const;
/** Directed outputs of level 2 for each of level 1; the rest of its length is random. */
const LEVEL_EFFORT = { 1: 1, 2: 4 } as const;
const LONGEST_GROUP = { 1: 640, 2: 6400 } as const;
/** Without a count at least so many random segments follow the directed ones. */
const RANDOM_SEGMENTS = { 1: 10, 2: 100 } as const;
const MAX_COUNT = 1e8;
/** Idle cycles after the last drain. */
const REST = 8;

/** The options, checked. @throws InputError, TypeError */
export function requirePeOptions(options: PeOptions): PeOptions {
  requireInteger('level', options.level, 1, 2);
  if (options.seed < 0n || options.seed >= 1n << 64n) throw new InputError(`seed: expected an integer from 0 to 2^64 - 1, found ${show(options.seed)}`);
  if (options.count !== undefined) requireInteger('count', options.count, 1, MAX_COUNT);
  return options;
}

/** A segment with the stream that its operands come from. */
interface Planned {
  readonly segment: Segment;
  readonly random: RandomStream;
}

/** The cycles that a set aims at. */
export function cyclesWanted({ level, count }: PeOptions): number {
  return count ?? LEVEL_CYCLES[level];
}

/** The segments of a set. @param played the cycles of the segments so far, at each moment */
function* program(p: PeParameters, options: PeOptions, played: () => number): Generator<Planned, void> {
  const { level, seed, count } = options;
  const wanted = cyclesWanted(options);
  let stream = 0;
  for (const segment of directedSegments(p, effortOf(options))) {
    yield { segment: { ...segment, parts: [...segment.parts, drainOf(p)] }, random: new RandomStream(seed, stream++) };
    if (count !== undefined && played() >= wanted) return;
  }
  const atLeast = count === undefined ? RANDOM_SEGMENTS[level] : 0;
  for (let made = 0; made < atLeast || played() < wanted; made++) {
    const random = new RandomStream(seed, stream++);
    yield { segment: randomSegment(p, random), random };
  }
}

/** Every cycle of a set with the segment that it belongs to; the end belongs to the last one. @param played the cycles so far, at each moment */
export function* cycles(p: PeParameters, options: PeOptions, played: () => number): Generator<{ readonly segment: Segment; readonly inputs: PeInputs }, void> {
  const inputs = zeroInputs(p);
  let last: Planned | undefined;
  for (const planned of program(p, options, played)) {
    last = planned;
    yield* playParts(planned, planned.segment.parts, inputs, p);
  }
  if (last !== undefined) yield* playParts(last, [drainOf(p), idle(REST)], inputs, p);
}

function* playParts({ segment, random }: Planned, parts: readonly Part[], inputs: PeInputs, p: PeParameters): Generator<{ segment: Segment; inputs: PeInputs }, void> {
  for (const part of parts) {
    for (const word of playPart(part, inputs, p, random)) yield { segment, inputs: word };
  }
}

/** Cycles until everything issued is out, and two more. */
function drainOf(p: PeParameters): Part {
  return idle(latencyOf(p) + 2);
}

function effortOf({ level, count }: PeOptions): Effort {
  const share = count === undefined ? 1 : Math.min(1, count / LEVEL_CYCLES[level]);
  return { outputs: LEVEL_EFFORT[level] * share, longestGroup: count === undefined ? LONGEST_GROUP[level] : Math.min(LONGEST_GROUP[level], Math.ceil(count / 4)) };
}
