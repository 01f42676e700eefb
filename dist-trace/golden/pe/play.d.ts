import { type PeInputs } from './inputs.ts';
import type { PeParameters } from './parameters.ts';
import type { RandomStream } from './random-stream.ts';
import type { Part } from './segment.ts';
/** Yields once a cycle what the element takes in it: always the same object. */
export declare function playPart(part: Part, inputs: PeInputs, p: PeParameters, random: RandomStream): Generator<PeInputs, void>;
