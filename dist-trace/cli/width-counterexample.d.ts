import type { Command } from 'commander';
import type { Subject, WidthFlags } from './width-options.ts';
export declare function runCounterexample(kind: Exclude<Subject, 'weights' | 'data'>, name: string | undefined, flags: WidthFlags, command: Command): Promise<void>;
