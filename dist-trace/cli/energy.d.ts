/** `mlsim energy`. */
import { Command } from 'commander';
export declare function energyCommand(): Command;
