/** `mlsim quantize`. */
import { Command } from 'commander';
export declare function quantizeCommand(): Command;
