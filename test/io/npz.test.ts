import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/atomic-file.ts';
import { memorySource } from '../../src/io/byte-source.ts';
import { npzFrom } from '../../src/io/npz-read.ts';
import { requireArchiveSize } from '../../src/io/npz-write.ts';
import { npzMember, readNpz, writeNpz } from '../../src/io/npz.ts';
import { numpyFile } from './numpy-files.ts';
import { memoryOutput, temporaryFolder } from './support.ts';

const folder = temporaryFolder();
const members = () => [
  npzMember('a', '<f4', [2, 2], Float32Array.of(1, -0, NaN, 3.5)),
  npzMember('none', '<u2', [0], new Uint16Array(0)),
  npzMember('b', '|u1', [], Uint8Array.of(7)),
];

describe('writing', () => {
  it('gives what is read back, by this reader and by fflate', () => {
    const out = memoryOutput();
    writeNpz(out, members());
    const npz = npzFrom(memorySource('x.npz', out.bytes()));
    expect(npz.names).toEqual(['a', 'none', 'b']);
    expect(npz.array('a', ['<f4'])).toEqual({ descr: '<f4', shape: [2, 2], data: Float32Array.of(1, -0, NaN, 3.5) });
    expect(npz.array('none', ['<u2', '|u1'])).toEqual({ descr: '<u2', shape: [0], data: new Uint16Array(0) });
    expect(npz.array('b', ['|u1'])).toEqual({ descr: '|u1', shape: [], data: Uint8Array.of(7) });
    expect(Object.keys(unzipSync(out.bytes()))).toEqual(['a.npy', 'none.npy', 'b.npy']);
  });

  it('gives the same bytes every time, dated 1980-01-01', () => {
    const [first, second] = [memoryOutput(), memoryOutput()];
    writeNpz(first, members());
    writeNpz(second, members());
    expect(first.bytes()).toEqual(second.bytes());
    expect([...first.bytes().subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it('passes a large array on in pieces', () => {
    const sizes: number[] = [];
    writeNpz({ ...memoryOutput(), write: (bytes) => void sizes.push(bytes.length) }, [npzMember('a', '|u1', [2 ** 24 + 1], new Uint8Array(2 ** 24 + 1))]);
    expect(Math.max(...sizes)).toBe(2 ** 22);
    expect(sizes.reduce((a, b) => a + b)).toBeGreaterThan(2 ** 24);
  });

  it('refuses 4 GiB and more, and announces the exact size otherwise', () => {
    const room = 2 ** 32 - 2 - (22 + 92 + 2 * 5);
    requireArchiveSize('x.npz', [{ name: 'a', bytes: room }]);
    expect(() => {
      requireArchiveSize('x.npz', [{ name: 'a', bytes: room + 1 }]);
    }).toThrow('x.npz: expected an archive below 4 GiB, found one of 4294967295 bytes');
    expect(() => {
      requireArchiveSize('x.npz', Array.from({ length: 65535 }, () => ({ name: 'a', bytes: 1 })));
    }).toThrow('x.npz: expected at most 65534 arrays, found 65535');
    const out = memoryOutput();
    writeNpz(out, [npzMember('a', '|u1', [100], new Uint8Array(100))]);
    expect(out.bytes().length).toBe(22 + 92 + 2 * 5 + 128 + 100);
  });

  it('refuses data that is not of its shape', () => {
    expect(() => npzMember('a', '<u2', [3], new Uint16Array(2))).toThrow('expected 3 elements for shape [3], found 2');
  });
});

describe('reading', () => {
  it.each(['npz', 'npzCompressed'] as const)('what numpy writes: %s', (name) => {
    const npz = npzFrom(memorySource('x.npz', numpyFile(name)));
    expect(npz.names).toEqual(expect.arrayContaining(['codes', 'scales', 'tensor_scale', 'element', 'scale_format']));
    expect(npz.array('codes', ['<u2'])).toEqual({ descr: '<u2', shape: [1, 2, 3, 4], data: Uint16Array.from({ length: 24 }, (_, i) => i) });
    expect(npz.array('tensor_scale', ['<f4'])).toEqual({ descr: '<f4', shape: [], data: Float32Array.of(0.75) });
  });

  it('names what is missing, and of another dtype', () => {
    const npz = npzFrom(memorySource('x.npz', numpyFile('npz')));
    expect(() => npz.array('weights', ['<f4'])).toThrow('x.npz: weights: expected an array of this name, found "codes, scales, tensor_scale, element, scale_format"');
    expect(() => npz.array('codes', ['<f4', '|u1'])).toThrow('x.npz: codes: expected dtype one of <f4, |u1, found "<u2"');
  });

  it('reads only what is asked for', () => {
    const bytes = numpyFile('npzCompressed');
    const note = Buffer.from(bytes).indexOf('note.npy') + 8 + 20;
    const damaged = bytes.with(note + 10, bytes[note + 10] ^ 0xff);
    const npz = npzFrom(memorySource('x.npz', damaged));
    expect(npz.array('element', ['|u1']).data).toEqual(Uint8Array.of(2, 4));
    expect(() => npz.array('note', ['|u1'])).toThrow(/x\.npz: note: expected (deflated|CRC|the announced)/);
  });

  it('goes through files', () => {
    const path = join(folder, 'x.npz');
    const out = openOutput(path);
    writeNpz(out, members());
    out.commit();
    expect(readNpz(path, (npz) => npz.array('b', ['|u1']).data)).toEqual(Uint8Array.of(7));
    writeFileSync(path, numpyFile('f4C'));
    expect(() => readNpz(path, () => 0)).toThrow(`${path}: expected a zip archive (.npz), found no zip directory`);
    expect(statSync(path).isFile()).toBe(true);
  });
});
