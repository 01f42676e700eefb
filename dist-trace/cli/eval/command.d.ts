/** `mlsim eval`. */
import { Command } from 'commander';
import type { EvalUnit } from './unit.ts';
export declare const EVAL_UNITS: readonly EvalUnit[];
export declare function evalCommand(): Command;
