/** How runs are announced to a thread that stays between them: a word in shared memory. */
/** The words of a thread that has a run already. */
export declare function handoverWords(): Int32Array;
/** Announces a run that has been sent. @returns whether the thread takes it */
export declare function announceRun(words: Int32Array): boolean;
/** Says that a thread takes the next run. */
export declare function becomeFree(words: Int32Array): void;
/** Waits for a run. @returns false where none has come: the thread takes no more */
export declare function awaitRun(words: Int32Array, watchMs: number): boolean;
