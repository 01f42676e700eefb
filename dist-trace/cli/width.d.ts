/** `mlsim width`. */
import { Command } from 'commander';
export declare function widthCommand(): Command;
