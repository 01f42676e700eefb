/** `mlsim datapaths`. */
import { Command } from 'commander';
export declare function datapathsCommand(): Command;
