import type { ClassRange, VectorFile } from '../manifest.ts';
import type { PeParameters } from './parameters.ts';
/** What a bench is written for. */
export interface BenchSet {
    /** The manifest's `set`. */
    readonly set: string;
    readonly files: readonly VectorFile[];
    /** S_z, a binary32 pattern. */
    readonly outputScale: number;
    readonly classes: readonly ClassRange[];
}
export declare function testbenchText(p: PeParameters, { set, files, outputScale, classes }: BenchSet): string;
