/** What a file is, by its first bytes. */
import { readBytes } from './byte-source.ts';
import { withInputFile } from './input-file.ts';
import { NPY_MAGIC } from './npy-header.ts';

const ZIP_MAGIC = [0x50, 0x4b];

/** The format of a file. @throws InputError where it cannot be read */
export function fileFormat(path: string): 'npy' | 'npz' | 'other' {
  return withInputFile(path, (file) => {
    const start = readBytes(file, 0, Math.min(file.size, NPY_MAGIC.length));
    const startsWith = (magic: readonly number[]): boolean => magic.every((byte, i) => start[i] === byte);
    if (startsWith(NPY_MAGIC)) return 'npy';
    return startsWith(ZIP_MAGIC) ? 'npz' : 'other';
  });
}
