/** Y in folded nodes: multipliers of its planes, and factors of what is left of their scales. */
import type { Operand } from '../operand.ts';
import type { Kernels } from './kernels.ts';
import type { RunDescription } from './run-description.ts';
/** Bytes of all of it. */
export declare const Y_NODES_BYTES: number;
/** Folds the planes of an image of Y: a multiplier for each, one factor for all of a node, and what the choice of nodes has to know. @param words of scales by code */
export declare function foldColumns(y: Operand, words: Int32Array, image: number, { form, plan, blocking, shared }: RunDescription, { memory }: Kernels, multipliers: Uint16Array): void;
/** Multiplies what is known of an image's groups by the largest norms of their windows, over the largest magnitude of Y. @param multipliers that the planes in memory were multiplied by */
export declare function applyNorms(image: number, { form, plan, blocking, shared, source }: RunDescription, kernels: Kernels, multipliers: Uint16Array): void;
