/** `mlsim networks`. */
import { Command } from 'commander';
export declare function networksCommand(): Command;
