/** Reductions along axes. */
import { type Rule } from '../call.ts';
/**
 * The axes become 1, or go away without keepdims; without axes all do, or none with noop_with_empty_axes.
 * @param since the opset from which the axes are an input @param combine two elements, for constants
 */
export declare function reduce(since: number, combine?: (a: number, b: number) => number): Rule;
/** The index of the largest or smallest element along an axis. */
export declare const arg: Rule;
