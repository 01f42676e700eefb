import type { VectorSource } from '../vector-source.ts';
import { type PeParameters } from './parameters.ts';
import { type PeOptions } from './program.ts';
/** @throws InputError, TypeError for a parameter or an option out of range */
export declare function peSource(parameters: PeParameters, options: PeOptions): VectorSource;
