import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/io/byte-source.ts';
import { requireLittleEndian, type NpyDescr } from '../../src/io/npy-dtype.ts';
import { float32From, readNpyBytes, unsignedFrom } from '../../src/io/npy-read.ts';
import { npyHeader, writeNpy } from '../../src/io/npy.ts';
import { numpyFile, type numpyFiles } from './numpy-files.ts';
import { memoryOutput } from './support.ts';

const float32 = (name: keyof typeof numpyFiles) => float32From(memorySource('x.npy', numpyFile(name)));
const unsigned = (name: keyof typeof numpyFiles) => unsignedFrom(memorySource('r.npy', numpyFile(name)));

describe('reading what numpy writes', () => {
  it.each(['f4C', 'f4F', 'f8Version2', 'f8FVersion3', 'f2F'] as const)('%s: the same tensor in row-major order', (name) => {
    const { shape, data } = float32(name);
    expect(shape).toEqual([1, 2, 2, 3]);
    expect(data).toEqual(Float32Array.from({ length: 12 }, (_, i) => i - 5.5));
  });

  it('special binary16 values', () => {
    expect([...float32('f2Special').data]).toEqual([0, -0, 2 ** -24, 2 ** -14, 65504, Infinity, -Infinity, NaN]);
  });

  it('a scalar, a vector, tensors without elements', () => {
    expect(float32('scalar')).toEqual({ shape: [], data: Float32Array.of(0.75) });
    expect(float32('vector')).toEqual({ shape: [1], data: Float32Array.of(1.5) });
    expect(float32('empty')).toEqual({ shape: [2, 0], data: new Float32Array(0) });
  });

  it('unsigned integers as wide as they are, u8 as 32 bits', () => {
    expect(unsigned('u1')).toEqual({ shape: [2, 2], data: Uint8Array.of(0, 255, 1, 2) });
    expect(unsigned('u2')).toEqual({ shape: [2], data: Uint16Array.of(0, 65535) });
    expect(unsigned('u4')).toEqual({ shape: [2], data: Uint32Array.of(0, 0xffffffff) });
    expect(unsigned('u8')).toEqual({ shape: [2], data: Uint32Array.of(0, 0xffffffff) });
  });
});

describe('refusing', () => {
  it('values that are not exact, naming the row-major index', () => {
    expect(() => float32('inexact')).toThrow('x.npy: [0,1]: expected a value exact in binary32, found 0.1');
    expect(() => float32('overflow')).toThrow('x.npy: [0]: expected a value exact in binary32, found 1e+300');
    expect(() => unsigned('u8Large')).toThrow('r.npy: [0,1]: expected an integer below 2^32, found 4294967296');
  });

  it.each([
    ['bigEndian', '">f4" (big-endian)'],
    ['bool', '"|b1"'],
    ['complex', '"<c8"'],
    ['signed', '"<i4"'],
    ['structured', `"[('a', '<f4'), ('b', '<u2', (2,))]"`],
    ['object', '"|O" (Python objects)'],
    ['u2', '"<u2"'],
  ] as const)('dtype %s', (name, found) => {
    expect(() => float32(name)).toThrow(`x.npy: expected dtype one of <f4, <f8, <f2, found ${found}`);
  });

  it('another dtype than the one asked for', () => {
    expect(() => readNpyBytes('codes', numpyFile('f4C'), ['<u2'])).toThrow('codes: expected dtype <u2, found "<f4"');
    expect(() => unsigned('f4C')).toThrow('r.npy: expected dtype one of |u1, <u1, <u2, <u4, <u8, found "<f4"');
  });

  it('a big-endian host', () => {
    expect(() => {
      requireLittleEndian('BE');
    }).toThrow('little-endian hosts only');
    requireLittleEndian('LE');
  });
});

describe('writing', () => {
  it.each([
    ['f4C', '<f4', [1, 2, 2, 3], Float32Array.from({ length: 12 }, (_, i) => i - 5.5)],
    ['scalar', '<f4', [], Float32Array.of(0.75)],
    ['vector', '<f4', [1], Float32Array.of(1.5)],
    ['empty', '<f4', [2, 0], new Float32Array(0)],
    ['long', '<f4', [1234567, 0, 3], new Float32Array(0)],
    ['u1', '|u1', [2, 2], Uint8Array.of(0, 255, 1, 2)],
    ['u4', '<u4', [2], Uint32Array.of(0, 0xffffffff)],
  ] as const)('the very bytes of numpy: %s', (name, descr, shape, data) => {
    const out = memoryOutput();
    writeNpy<NpyDescr>(out, descr, shape, data);
    expect(out.bytes()).toEqual(numpyFile(name));
  });

  it('starts the data at a multiple of 64 bytes, however long the shape', () => {
    for (let size = 1; size < 1e15; size *= 3) {
      for (let dimensions = 0; dimensions <= 64; dimensions += 4) {
        expect(npyHeader('<f4', Array.from({ length: dimensions }, () => size)).length % 64).toBe(0);
      }
    }
  });

  it('refuses data of another type or length than announced', () => {
    expect(() => {
      writeNpy<NpyDescr>(memoryOutput(), '<u2', [1], Float32Array.of(1));
    }).toThrow(TypeError);
    expect(() => {
      writeNpy(memoryOutput(), '<u2', [2, 2], Uint16Array.of(1, 2, 3));
    }).toThrow('expected 4 elements for shape [2,2], found 3');
  });

  it('gives back any tensor of any dtype, also from unaligned bytes and from part of a buffer', () => {
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 64 });
    const descr = fc.constantFrom<NpyDescr>('|u1', '<u2', '<u4', '<f4', '<f8');
    fc.assert(
      fc.property(descr, bytes, fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), fc.integer({ min: 0, max: 9 }), (dtype, raw, tail, shift) => {
        const inner = tail.reduce((product, size) => product * size, 1);
        const width = Number(dtype.slice(2));
        const outer = Math.floor(raw.length / width / inner);
        const shape = [outer, ...tail];
        const data = readNpyBytes('', concat(npyHeader(dtype, shape), raw.subarray(0, outer * inner * width), 0)).data;
        const out = memoryOutput();
        writeNpy<NpyDescr>(out, dtype, shape, data);
        const again = readNpyBytes('x', concat(new Uint8Array(shift), out.bytes(), shift));
        expect(again.descr).toBe(dtype);
        expect(again.shape).toEqual(shape);
        expect(Buffer.from(again.data.buffer, again.data.byteOffset, again.data.byteLength)).toEqual(Buffer.from(raw.subarray(0, outer * inner * width)));
      }),
    );
  });

  it('Fortran order comes back in row-major order, for any shape', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 5 }), (shape) => {
        const count = shape.reduce((product, size) => product * size, 1);
        // The element at [i,j,k...] holds its row-major position; it is stored where the first index is the fastest.
        const stored = new Uint32Array(count);
        for (let position = 0; position < count; position++) {
          let rest = position;
          let at = 0;
          for (let axis = shape.length - 1; axis >= 0; axis--) {
            at += (rest % shape[axis]) * shape.slice(0, axis).reduce((product, size) => product * size, 1);
            rest = Math.floor(rest / shape[axis]);
          }
          stored[at] = position;
        }
        const header = Buffer.from(npyHeader('<u4', shape)).toString('latin1').replace("'fortran_order': False", "'fortran_order': True ");
        const { data } = unsignedFrom(memorySource('', concat(Buffer.from(header, 'latin1'), new Uint8Array(stored.buffer), 0)));
        expect(data).toEqual(Uint32Array.from({ length: count }, (_, i) => i));
      }),
    );
  });
});

function concat(a: Uint8Array, b: Uint8Array, from: number): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both.subarray(from);
}
