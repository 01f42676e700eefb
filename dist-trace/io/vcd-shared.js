/** What both threads know of the memory between them. Apart from the rest, so that the second one starts with little. */
/** Records are handed over in blocks of whole records. */
export const BLOCK_BYTES = 2 ** 17;
export const BLOCKS = 32;
/** Words of a record that are no bank's index: its end, and one to pass over. */
export const END = -1;
export const NOTHING = -2;
/** Words that both threads use, each in a cache line of its own; then the ends of the blocks. As indices of words. */
export const Shared = { filled: 0, drained: 16, turn: 32, failure: 48, served: 64, ends: 80 };
//# sourceMappingURL=vcd-shared.js.map