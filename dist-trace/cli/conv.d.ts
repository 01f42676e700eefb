import { Command } from 'commander';
export declare function convCommand(): Command;
