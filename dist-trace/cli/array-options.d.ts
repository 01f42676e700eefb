/** The options of the clocked array, shared by the commands that have one. */
import type { Command } from 'commander';
import { type ArrayParameters } from '../sim/cycle/parameters.ts';
/** What the options give; the tree's width and the tensor scale are options of the arithmetic. */
export type ArrayFlags = Pick<ArrayParameters, 'rows' | 'cols' | 'fpAddLatency' | 'fpMulLatency' | 'interleave'>;
/** Adds the options of an array of elements. */
export declare function addArrayOptions(command: Command): Command;
/** @throws InputError where an array option was given to an engine without cycles */
export declare function rejectArrayOptions(command: Command, engine: string): void;
