/** What both threads know of the memory between them. Apart from the rest, so that the second one starts with little. */
/** Records are handed over in blocks of whole records. */
export declare const BLOCK_BYTES: number;
export declare const BLOCKS = 32;
/** Words of a record that are no bank's index: its end, and one to pass over. */
export declare const END = -1;
export declare const NOTHING = -2;
/** Words that both threads use, each in a cache line of its own; then the ends of the blocks. As indices of words. */
export declare const Shared: {
    readonly filled: 0;
    readonly drained: 16;
    readonly turn: 32;
    readonly failure: 48;
    readonly served: 64;
    readonly ends: 80;
};
