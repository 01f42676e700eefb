import { type Rule } from '../call.ts';
/** A 0 in the shape copies the input's size, unless allowzero is set; a -1 takes what is left. */
export declare const reshape: Rule;
/** A matrix: the axes before `axis`, and those from it on. */
export declare const flatten: Rule;
/** Without the axes named, or without all of size 1. */
export declare const squeeze: Rule;
/** With axes of size 1 at the places named, as the output counts them. */
export declare const unsqueeze: Rule;
/** Channels to space, and back. */
export declare const depthToSpace: Rule;
/** The sizes of the input, from `start` to `end`. */
export declare const shape: Rule;
/** The number of elements of the input. */
export declare const size: Rule;
