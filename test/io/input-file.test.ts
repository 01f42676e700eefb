import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { npyHeader, readFloat32, readUnsigned } from '../../src/io/npy.ts';
import { readNpz } from '../../src/io/npz.ts';
import { numpyFile } from './numpy-files.ts';
import { temporaryFolder } from './support.ts';

const folder = temporaryFolder();
const at = (name: string) => join(folder, name);

describe('files', () => {
  it('are read', () => {
    writeFileSync(at('f.npy'), numpyFile('f4F'));
    expect(readFloat32(at('f.npy')).data).toEqual(Float32Array.from({ length: 12 }, (_, i) => i - 5.5));
    writeFileSync(at('u.npy'), numpyFile('u2'));
    expect(readUnsigned(at('u.npy')).data).toEqual(Uint16Array.of(0, 65535));
  });

  it('larger than a chunk are read whole, and the place of a fault is right', () => {
    const count = 2 ** 20 + 3; // two full chunks of 4 MiB of binary64, and a bit
    const values = Float64Array.from({ length: count }, (_, i) => i / 4);
    writeFileSync(at('big.npy'), Buffer.concat([npyHeader('<f8', [count]), new Uint8Array(values.buffer)]));
    expect(Buffer.compare(Buffer.from(readFloat32(at('big.npy')).data.buffer), Buffer.from(Float32Array.from(values).buffer))).toBe(0);
    values[count - 2] = 0.1;
    writeFileSync(at('big.npy'), Buffer.concat([npyHeader('<f8', [1, count, 1]), new Uint8Array(values.buffer)]));
    expect(() => readFloat32(at('big.npy'))).toThrow(`big.npy: [0,${count - 2},0]: expected a value exact in binary32, found 0.1`);
  });

  it('that are missing, folders or names that cannot be give one line', () => {
    mkdirSync(at('folder'));
    expect(() => readFloat32(at('none.npy'))).toThrow(new InputError(`${at('none.npy')}: cannot read: no such file or directory (ENOENT)`));
    expect(() => readNpz(at('none.npz'), () => 0)).toThrow('none.npz: cannot read: no such file or directory (ENOENT)');
    expect(() => readFloat32(at('folder'))).toThrow(new InputError(`${at('folder')}: expected a regular file, found a directory`));
    expect(() => readFloat32(at('f.npy/x'))).toThrow('cannot read: not a directory (ENOTDIR)');
    expect(() => readFloat32(at('x'.repeat(300)))).toThrow('cannot read: name too long (ENAMETOOLONG)');
    expect(() => readFloat32('a\0b')).toThrow(new InputError('a?b: cannot read: not a valid path'));
    expect(() => readFloat32('')).toThrow('"": cannot read: no such file or directory (ENOENT)');
    expect(() => readFloat32(at('two\nlines'))).toThrow('two?lines: cannot read');
  });

  it('that are sparse cost nothing when their size is a lie', () => {
    writeFileSync(at('sparse.npy'), npyHeader('<f4', [10]));
    truncateSync(at('sparse.npy'), 2 ** 40);
    expect(() => readFloat32(at('sparse.npy'))).toThrow(`expected 40 bytes of data for <f4 [10], found ${2 ** 40 - 128}`);
    expect(() => readNpz(at('sparse.npy'), () => 0)).toThrow(`expected an archive below 4 GiB, found ${2 ** 40} bytes`);
  });

  it('that are really too large for memory give an InputError', () => {
    writeFileSync(at('huge.npy'), npyHeader('<f4', [2 ** 50]));
    try {
      truncateSync(at('huge.npy'), 2 ** 52 + 128);
    } catch {
      return; // This file system has no files of that size.
    }
    expect(() => readFloat32(at('huge.npy'))).toThrow('expected data that fits in memory, found more');
  });

  it.skipIf(!existsSync('/dev/zero'))('that are devices or pipes are refused, without waiting', () => {
    expect(() => readFloat32('/dev/zero')).toThrow('/dev/zero: expected a regular file, found a device');
    execFileSync('mkfifo', [at('pipe')]);
    expect(() => readFloat32(at('pipe'))).toThrow('expected a regular file, found a pipe');
  });
});
