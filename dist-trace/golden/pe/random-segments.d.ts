import { type PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';
import { type Segment } from './segment.ts';
export declare function randomSegment(p: PeParameters, random: RandomStream): Segment;
