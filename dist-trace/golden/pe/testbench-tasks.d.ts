/** The comparisons of an element's bench: outputs, registers, and the verdict. */
export declare function benchTasks(): string;
