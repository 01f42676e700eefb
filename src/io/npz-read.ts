/** Arrays from .npz files. */
import { InputError, show } from '../bits/check.ts';
import type { ByteSource } from './byte-source.ts';
import { withInputFile } from './input-file.ts';
import type { NpyDescr } from './npy-dtype.ts';
import { readNpyBytes, type NpyArray } from './npy-read.ts';
import { readZipDirectory } from './zip-directory.ts';
import { readZipMember } from './zip-member.ts';

/** An open .npz file. */
export interface NpzReader {
  /** The file, as the subject of an error message. */
  readonly subject: string;
  /** The arrays' names, without `.npy`, in the archive's order. */
  readonly names: readonly string[];
  /** Reads an array. @param accepted the dtypes that the caller takes @throws InputError when it isn't there or isn't sound */
  array<D extends NpyDescr>(name: string, accepted: readonly D[]): NpyArray<D>;
}

/** Opens the .npz file at `path`, stored or deflated, gives it to `use` and closes it. Only the arrays asked for are read. @throws InputError */
export function readNpz<T>(path: string, use: (npz: NpzReader) => T): T {
  return withInputFile(path, (source) => use(npzFrom(source)));
}

/** The reader of an archive in any source of bytes, which has to stay open. @throws InputError */
export function npzFrom(source: ByteSource): NpzReader {
  const entries = readZipDirectory(source);
  const names = entries.filter(({ name }) => name.endsWith(EXTENSION)).map(({ name }) => name.slice(0, -EXTENSION.length));
  return {
    subject: source.subject,
    names,
    array: (name, accepted) => {
      const entry = entries.find((one) => one.name === name + EXTENSION);
      if (entry === undefined) {
        const found = names.length === 0 ? 'none' : show(names.join(', '));
        throw new InputError(`${source.subject}: ${name}: expected an array of this name, found ${found}`);
      }
      const subject = `${source.subject}: ${name}`;
      return readNpyBytes(subject, readZipMember(source, entry, subject), accepted);
    },
  };
}

const EXTENSION = '.npy';
