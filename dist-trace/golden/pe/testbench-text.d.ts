/** An element's bench down to its clock: what it says of itself, its files and options, and what happens in a cycle. */
export declare function benchHeader(set: string): string;
/** The clock, memories and options, and what happens in a cycle. */
export declare function benchTop(set: string): string;
