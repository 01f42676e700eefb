/** Long work in steps: a generator that yields how far it has come, so that a caller can show progress or stop between two steps. */
/** How far long work has come. */
export interface Progress {
    readonly done: number;
    readonly total: number;
}
/** Work that yields its progress and returns its result. */
export type Steps<Result> = Generator<Progress, Result, undefined>;
/** Runs stepwise work to its end. */
export declare function finish<Result>(work: Steps<Result>): Result;
