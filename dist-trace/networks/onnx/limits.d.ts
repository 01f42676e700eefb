/** What a file may ask for. Far above real models, and far below what would exhaust memory or time. */
/** Messages, strings and single numbers of a file, together. A model of 10,000 nodes has about 100,000. */
export declare const MAX_ITEMS: number;
/** Of a name, in bytes. */
export declare const MAX_NAME_BYTES: number;
/** Dimensions of a tensor. */
export declare const MAX_RANK = 32;
/** Of a dimension, a stride, a padding. */
export declare const MAX_SIZE: number;
/** Elements of a tensor whose values are followed, as those of shape arithmetic are. */
export declare const MAX_FOLLOWED: number;
/** Followed elements of a model, together. */
export declare const MAX_FOLLOWED_TOTAL: number;
