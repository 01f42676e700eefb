import type { Steps } from '../bits/steps.ts';
/** The result of stepwise work. Progress goes to stderr, and only where that is a terminal. */
export declare function work<Result>(label: string, steps: Steps<Result>): Promise<Result>;
