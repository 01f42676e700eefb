/** What a file may ask for. Far above real models, and far below what would exhaust memory or time. */
/** Messages, strings and single numbers of a file, together. A model of 10,000 nodes has about 100,000. */
export const MAX_ITEMS = 2 ** 20;
/** Of a name, in bytes. */
export const MAX_NAME_BYTES = 2 ** 12;
/** Dimensions of a tensor. */
export const MAX_RANK = 32;
/** Of a dimension, a stride, a padding. */
export const MAX_SIZE = 2 ** 31 - 1;
/** Elements of a tensor whose values are followed, as those of shape arithmetic are. */
export const MAX_FOLLOWED = 2 ** 10;
/** Followed elements of a model, together. */
export const MAX_FOLLOWED_TOTAL = 2 ** 22;
//# sourceMappingURL=limits.js.map