/** `mlsim trace`. */
import { Command } from 'commander';
export declare function traceCommand(): Command;
