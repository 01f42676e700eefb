import { type Rule } from '../call.ts';
/** The axes in another order, reversed where none is said. */
export declare const transpose: Rule;
/** Tensors one behind another along an axis. */
export declare const concat: Rule;
/** Parts along an axis, of the sizes given, or as equal as they can be. */
export declare const split: Rule;
/** From start to end in steps, along the axes given. */
export declare const slice: Rule;
/** Elements along an axis, by index. */
export declare const gather: Rule;
/** As large as the indices. */
export declare const gatherElements: Rule;
/** The last axis of the indices chooses along the axes behind the batch's. */
export declare const gatherND: Rule;
/** Broadcast to a shape. */
export declare const expand: Rule;
/** Repeated along each axis. */
export declare const tile: Rule;
/** Wider by the pads, or narrower where they are negative. */
export declare const pad: Rule;
/** The k largest along an axis, and where they were. */
export declare const topK: Rule;
