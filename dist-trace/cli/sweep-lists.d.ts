/** The lists of a sweep: `1,2,4`, `1..8`, `8..64:8`, `1..64:x2`, and arrays such as `4x8`. */
import { Option } from 'commander';
import type { Pair } from '../sim/convolution.ts';
/** The most points of a sweep, and so the most values of a list. */
export declare const MAX_POINTS = 100000;
/** The subject of tree widths: powers of two. */
export declare const TREE_WIDTH = "tree width";
/** An option that takes a list of values in 1..high. */
export declare function axis(flags: string, description: string, subject: string, high: number, value: number): Option;
/** `4x8`, `8`, `1..4x8`, ...: the arrays of a list. */
export declare function arrays(text: string): readonly Pair[];
