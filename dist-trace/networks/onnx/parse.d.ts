import { type OnnxModel } from './model.ts';
import type { ReadExternal } from './stored-tensor.ts';
/**
 * Reads the whole file. Tensors stay views of `bytes`: don't change them afterwards.
 * @param subject names the file in errors @param readExternal reads tensors that are in other files; without it they can't be had
 * @throws InputError for a file that is none or not whole, or a graph whose names don't fit together
 */
export declare function parseOnnx(subject: string, bytes: Uint8Array, readExternal?: ReadExternal): Promise<OnnxModel>;
