/** `mlsim dequantize`. */
import { Command } from 'commander';
export declare function dequantizeCommand(): Command;
