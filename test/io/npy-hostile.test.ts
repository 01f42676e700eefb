import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/io/byte-source.ts';
import { parseNpyDict } from '../../src/io/npy-literal.ts';
import { float32From, readNpyBytes, unsignedFrom, type NpyTensor } from '../../src/io/npy-read.ts';
import { numpyFile, numpyFiles } from './numpy-files.ts';
import { refusedOr } from './support.ts';

const names = Object.keys(numpyFiles).filter((name) => !name.startsWith('npz')) as (keyof typeof numpyFiles)[];
const readers = [
  (bytes: Uint8Array) => float32From(memorySource('x.npy', bytes)),
  (bytes: Uint8Array) => unsignedFrom(memorySource('x.npy', bytes)),
  (bytes: Uint8Array) => readNpyBytes('x.npy', bytes),
];

/** A .npy of version 1.0 with this header text and data. */
function npy(header: string, data: number[] = []): Uint8Array {
  return Uint8Array.from([0x93, ...Buffer.from('NUMPY'), 1, 0, header.length & 0xff, header.length >> 8, ...Buffer.from(header, 'latin1'), ...data]);
}

const read = (bytes: Uint8Array) => float32From(memorySource('x.npy', bytes));

function isSound(result: NpyTensor<ArrayLike<number>> | 'refused'): boolean {
  return result === 'refused' || result.data.length === result.shape.reduce((product, size) => product * size, 1);
}

describe('damaged files', () => {
  it('every truncation is refused', () => {
    for (const name of names) {
      const bytes = numpyFile(name);
      for (let length = 0; length < bytes.length; length++) {
        const refused = readers.every((reader) => refusedOr(() => reader(bytes.subarray(0, length))) === 'refused');
        expect(refused, `${name}, ${length} bytes`).toBe(true);
      }
    }
  });

  it('one byte more is refused', () => {
    expect(() => read(Uint8Array.from([...numpyFile('f4C'), 0]))).toThrow('x.npy: expected 48 bytes of data for <f4 [1,2,2,3], found 49');
    expect(() => read(numpyFile('f4C').subarray(0, -1))).toThrow('x.npy: expected 48 bytes of data for <f4 [1,2,2,3], found 47');
  });

  it('every change of a header byte gives a sound tensor or an InputError', () => {
    for (const name of names) {
      const bytes = numpyFile(name);
      for (let position = 0; position < 80; position++) {
        const changed = [0, 0x20, 0x27, 0x28, 0x29, 0x2c, 0x30, 0x39, 0x7d, 0xff].map((value) => bytes.with(position, value));
        const sound = changed.every((file) => readers.every((reader) => isSound(refusedOr(() => reader(file)))));
        expect(sound, `${name}, byte ${position}`).toBe(true);
      }
    }
  });

  it('random changes give a sound tensor or an InputError', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(change, { minLength: 1, maxLength: 8 }), fc.constantFrom(...readers), (name, changes, reader) => {
        const bytes = numpyFile(name);
        for (const [position, value] of changes) bytes[position % bytes.length] = value;
        expect(isSound(refusedOr(() => reader(bytes)))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('random bytes after the magic give an InputError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (tail) => {
        const bytes = Uint8Array.from([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, ...tail]);
        for (const reader of readers) expect(refusedOr(() => reader(bytes))).toBe('refused');
      }),
    );
  });
});

describe('not a .npy', () => {
  it.each([
    [new Uint8Array(0), 'found an empty file'],
    [Uint8Array.from(Buffer.from('1.0,2.0\n')), 'found the bytes 312e302c322e'],
    [numpyFile('npz'), 'found a zip archive (an .npz?)'],
    [Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59), 'expected a whole npy header, found only 6 bytes'],
    [npy('').with(6, 4), 'x.npy: expected a whole npy header, found only 10 bytes'],
    [npy('    ').with(6, 4), 'x.npy: expected npy version 1.0, 2.0 or 3.0, found 4.0'],
    [npy('    ').with(7, 1), 'x.npy: expected npy version 1.0, 2.0 or 3.0, found 1.1'],
    [Uint8Array.from([...numpyFile('f8Version2')]).with(11, 0x80), 'x.npy: expected an npy header of at most 65536 bytes, found one of'],
    [npy('    ').with(8, 9), 'x.npy: expected a whole npy header, found only 14 bytes'],
  ])('%#', (bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
  });
});

describe('the header', () => {
  it.each([
    `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }`,
    `{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3)}  \n`,
    ` {"shape":(2L,3L,),"fortran_order":False,"descr":"<f4"}`,
  ])('is understood: %s', (text) => {
    expect(parseNpyDict('x', text)).toEqual({ descr: '<f4', fortranOrder: false, shape: [2, 3] });
  });

  it('tells orders and shapes apart', () => {
    expect(parseNpyDict('x', `{'descr': '<f4', 'fortran_order': True, 'shape': ()}`)).toEqual({ descr: '<f4', fortranOrder: true, shape: [] });
    expect(parseNpyDict('x', `{'descr': '<f4', 'fortran_order': True, 'shape': (0,)}`).shape).toEqual([0]);
  });

  const dict = (shape: string) => `{'descr': '<f4', 'fortran_order': False, 'shape': ${shape}, }`;
  it.each([
    ['  \n', 'x.npy: npy header: expected "{", found its end'],
    ['[]', 'x.npy: npy header: expected "{", found "[]"'],
    ['{}', 'expected the keys descr, fortran_order and shape, found "{}"'],
    [`{'descr': '<f4', 'shape': (1,)}`, 'expected the keys descr, fortran_order and shape, found'],
    [`{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}`, 'once each, found "descr"'],
    [`{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'extra': 1}`, 'once each, found "extra"'],
    [`{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}`, 'expected True or False, found "0,'],
    [`{'descr': <f4, 'fortran_order': False, 'shape': (1,)}`, 'expected a dtype in quotes'],
    [`{'descr': '\\x3cf4', 'fortran_order': False, 'shape': (1,)}`, 'expected a dtype in quotes'],
    [`{'descr' '<f4'}`, 'expected ":", found'],
    [`{'descr': '<f4' 'shape': (1,)}`, 'expected "," or "}", found'],
    [`${dict('(1,)')} + 1`, 'expected nothing more, found "+ 1"'],
    [dict('(3)'), 'expected "," after the size (a tuple)'],
    [dict('[3]'), 'expected a shape in parentheses'],
    [`{'descr': '<f4', 'shape': (3`, 'expected "," after the size (a tuple), found its end'],
    [dict('(,)'), 'expected a size'],
    [dict('(1,,2)'), 'expected a size'],
    [dict('(1 2)'), 'expected "," after the size (a tuple)'],
    [dict('(1, 2 3)'), 'expected "," or ")"'],
    [dict('(-1,)'), 'expected a size, an integer of at least 0, found "-1,)'],
    [dict('(1.0,)'), 'expected a size'],
    [dict('(1e3,)'), 'expected a size'],
    [dict('(0x10,)'), 'expected a size'],
    [dict('(007,)'), 'expected a size'],
    [dict('(True,)'), 'expected a size'],
    [dict('(9007199254740992,)'), 'x.npy: shape: expected sizes below 2^53, found 9007199254740992'],
    [dict(`(${'9'.repeat(400)},)`), 'x.npy: shape: expected sizes below 2^53, found Infinity'],
    [dict(`(${'1,'.repeat(65)})`), 'x.npy: shape: expected at most 64 dimensions, found more'],
    [dict('(9007199254740991,2)'), 'x.npy: too many elements, found shape [9007199254740991,2]'],
    [dict('(4294967296,4294967296)'), 'x.npy: too many elements'],
    [dict('(1000000000000,)'), 'x.npy: expected 4000000000000 bytes of data for <f4 [1000000000000], found 0'],
    [dict('(9007199254740991,)'), 'bytes of data for <f4 [9007199254740991], found 0'],
  ])('is refused: %s', (text, message) => {
    expect(() => read(npy(text))).toThrow(message);
  });

  it('huge dimensions beside a zero are no elements at all', () => {
    expect(read(npy(dict('(9007199254740991, 0, 9007199254740991)'))).data.length).toBe(0);
    const fortran = dict('(9007199254740991, 0)').replace('False', 'True');
    expect(read(npy(fortran))).toEqual({ shape: [9007199254740991, 0], data: new Float32Array(0) });
  });

  it('of 64 KiB of brackets or spaces is refused at once', () => {
    for (const filler of ['[', ']', ' ', '(', '[]', "'", '] ', ', ']) {
      expect(refusedOr(() => read(npy(`{'descr': [${filler.repeat(65000 / filler.length)}`)))).toBe('refused');
    }
  });
});
