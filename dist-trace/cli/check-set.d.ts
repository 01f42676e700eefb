import { type VectorSet } from '../golden/check/vector-set.ts';
/** Reads the manifest of a folder and verifies its files. @throws InputError */
export declare function readVectorSet(folder: string): Promise<VectorSet>;
