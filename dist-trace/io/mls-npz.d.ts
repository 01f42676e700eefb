import { type MlsTensor } from '../formats/mls-tensor.ts';
import type { OutputFile } from './atomic-file.ts';
import { type NpzReader } from './npz.ts';
/** Reads a quantized tensor. Other arrays in the file are ignored. @throws InputError */
export declare function readMlsNpz(path: string): MlsTensor;
/** `readMlsNpz` from an open archive. @throws InputError */
export declare function mlsTensorFrom(npz: NpzReader): MlsTensor;
/** Writes a quantized tensor as `readMlsNpz` reads it. The same tensor gives the same bytes. @throws InputError, TypeError */
export declare function writeMlsNpz(out: OutputFile, tensor: MlsTensor): void;
