/** `mlsim sweep`. */
import { Command } from 'commander';
import { type ClockedRun } from '../networks/verify.ts';
/** @param clocked the model that --verify compares with */
export declare function sweepCommand(clocked?: ClockedRun): Command;
