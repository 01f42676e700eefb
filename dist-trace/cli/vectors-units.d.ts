/** The units that `mlsim vectors` knows, with the options of their parameters: those of `mlsim eval`. */
import { type Command } from 'commander';
import { type SetOptions } from '../golden/unit-source.ts';
import type { VectorSource } from '../golden/vector-source.ts';
/** What `mlsim vectors` needs to know of a unit. */
export interface VectorUnit {
    readonly name: string;
    readonly summary: string;
    /** Adds the unit's parameters to its command. */
    addOptions(command: Command): void;
    /** The set for what the options of `addOptions` gave. @throws InputError */
    source(flags: object, options: SetOptions): VectorSource;
}
export declare const VECTOR_UNITS: readonly VectorUnit[];
