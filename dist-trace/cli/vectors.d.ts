import { Command } from 'commander';
export declare function vectorsCommand(): Command;
