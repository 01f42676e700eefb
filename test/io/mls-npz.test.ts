import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { openOutput } from '../../src/io/atomic-file.ts';
import { memorySource } from '../../src/io/byte-source.ts';
import { mlsTensorFrom, readMlsNpz, writeMlsNpz } from '../../src/io/mls-npz.ts';
import { npzFrom } from '../../src/io/npz-read.ts';
import { npzMember, writeNpz, type NpzMember } from '../../src/io/npz.ts';
import { numpyFile } from './numpy-files.ts';
import { memoryOutput, refusedOr, temporaryFolder } from './support.ts';

const folder = temporaryFolder();
const parse = (bytes: Uint8Array) => mlsTensorFrom(npzFrom(memorySource('x.npz', bytes)));

/** The tensor of both numpy files. */
const tensor: MlsTensor = {
  element: elementFormat(2, 4),
  scaleFormat: groupScaleFormat(8, 1),
  shape: [1, 2, 3, 4],
  codes: Uint16Array.from({ length: 24 }, (_, i) => i),
  scales: Uint16Array.of(3, 7),
  tensorScale: 0.75,
};

/** An archive of a sound tensor, with some arrays replaced or, when undefined, left out. */
function archive(changes: Record<string, NpzMember | undefined> = {}): Uint8Array {
  const sound: Record<string, NpzMember | undefined> = {
    codes: npzMember('codes', '<u2', tensor.shape, tensor.codes),
    scales: npzMember('scales', '<u2', [1, 2], tensor.scales),
    tensor_scale: npzMember('tensor_scale', '<f4', [], Float32Array.of(0.75)),
    element: npzMember('element', '|u1', [2], Uint8Array.of(2, 4)),
    scale_format: npzMember('scale_format', '|u1', [2], Uint8Array.of(8, 1)),
  };
  const out = memoryOutput();
  writeNpz(
    out,
    Object.values({ ...sound, ...changes }).filter((member) => member !== undefined),
  );
  return out.bytes();
}

function written(value: MlsTensor): Uint8Array {
  const out = memoryOutput('x.npz');
  writeMlsNpz(out, value);
  return out.bytes();
}

describe('a quantized tensor', () => {
  it.each(['npz', 'npzCompressed'] as const)('is read as numpy writes it: %s', (name) => {
    expect(parse(numpyFile(name))).toEqual(tensor);
  });

  it('goes through a file', () => {
    const path = join(folder, 'x.npz');
    const out = openOutput(path);
    writeMlsNpz(out, tensor);
    out.commit();
    expect(readMlsNpz(path)).toEqual(tensor);
  });

  it('comes back whatever its formats and shape', () => {
    const arbitrary = fc
      .record({
        E: fc.integer({ min: 0, max: 5 }),
        M: fc.integer({ min: 1, max: 10 }),
        Eg: fc.integer({ min: 1, max: 8 }),
        Mg: fc.integer({ min: 0, max: 1 }),
        shape: fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
        tensorScale: fc.float({ min: Math.fround(2 ** -149), noNaN: true, noDefaultInfinity: true }),
        random: fc.infiniteStream(fc.nat()),
      })
      .map(({ E, M, Eg, Mg, shape, tensorScale, random }): MlsTensor => {
        const element = elementFormat(E, M);
        const scaleFormat = groupScaleFormat(Eg, Mg);
        const codes = (length: number, bits: number) => Uint16Array.from({ length }, () => Number(random.next().value) % 2 ** bits);
        return {
          element,
          scaleFormat,
          shape,
          codes: codes(shape[0] * shape[1] * shape[2] * shape[3], element.codeBits),
          scales: codes(shape[0] * shape[1], scaleFormat.codeBits),
          tensorScale,
        };
      });
    fc.assert(
      fc.property(arbitrary, (value) => {
        expect(parse(written(value))).toEqual(value);
      }),
    );
  });

  it('is written only when it is sound', () => {
    expect(() => written({ ...tensor, tensorScale: 0 })).toThrow('x.npz: tensor_scale: expected a positive finite binary32 number, found 0');
    expect(() => written({ ...tensor, codes: tensor.codes.map(() => 128) })).toThrow('x.npz: codes[0]: expected a <2,4> code below 128, found 128');
  });
});

describe('an archive that is not a quantized tensor', () => {
  it.each<[string, Record<string, NpzMember | undefined>, string]>([
    ['one missing', { scales: undefined }, 'x.npz: expected the arrays codes, scales, tensor_scale, element, scale_format of a quantized tensor, found no scales'],
    ['two missing', { scales: undefined, element: undefined }, 'found no scales, no element'],
    ['codes of another dtype', { codes: npzMember('codes', '|u1', [1, 2, 3, 4], new Uint8Array(24)) }, 'x.npz: codes: expected dtype <u2, found "|u1"'],
    ['codes of 3 dimensions', { codes: npzMember('codes', '<u2', [2, 3, 4], tensor.codes) }, 'x.npz: codes: expected 4 dimensions, found shape [2,3,4]'],
    ['codes without elements', { codes: npzMember('codes', '<u2', [1, 2, 0, 4], new Uint16Array(0)) }, 'x.npz: codes: expected every dimension to be at least 1'],
    ['scales of another shape', { scales: npzMember('scales', '<u2', [2, 1], tensor.scales) }, 'x.npz: scales: expected shape [1,2], found [2,1]'],
    ['tensor_scale of shape (1,)', { tensor_scale: npzMember('tensor_scale', '<f4', [1], Float32Array.of(1)) }, 'x.npz: tensor_scale: expected shape [], found [1]'],
    ['tensor_scale <f8', { tensor_scale: npzMember('tensor_scale', '<f8', [], Float64Array.of(1)) }, 'x.npz: tensor_scale: expected dtype <f4, found "<f8"'],
    ['tensor_scale NaN', { tensor_scale: npzMember('tensor_scale', '<f4', [], Float32Array.of(NaN)) }, 'x.npz: tensor_scale: expected a positive finite'],
    ['element of 3', { element: npzMember('element', '|u1', [3], new Uint8Array(3)) }, 'x.npz: element: expected shape [2], found [3]'],
    ['element <6,4>', { element: npzMember('element', '|u1', [2], Uint8Array.of(6, 4)) }, 'x.npz: element: element format <E,M>: E: expected an integer from 0 to 5, found 6'],
    ['scale_format <8,2>', { scale_format: npzMember('scale_format', '|u1', [2], Uint8Array.of(8, 2)) }, 'x.npz: scale_format: group scale <Eg,Mg>: Mg: expected'],
    ['a code too large', { codes: npzMember('codes', '<u2', [1, 2, 3, 4], tensor.codes.with(5, 128)) }, 'x.npz: codes[5]: expected a <2,4> code below 128, found 128'],
    ['a scale too large', { scales: npzMember('scales', '<u2', [1, 2], Uint16Array.of(0, 512)) }, 'x.npz: scales[1]: expected a <8,1> code below 512, found 512'],
  ])('is refused: %s', (_, changes, message) => {
    expect(() => parse(archive(changes))).toThrow(message);
  });

  it('is refused when it has none of the arrays', () => {
    const out = memoryOutput();
    writeNpz(out, [npzMember('arr_0', '<f4', [], Float32Array.of(1))]);
    expect(() => parse(out.bytes())).toThrow('of a quantized tensor, found none of them');
  });

  it('may have other arrays beside', () => {
    expect(parse(archive({ extra: npzMember('extra', '<f8', [1], Float64Array.of(1)) }))).toEqual(tensor);
  });
});

describe('damage', () => {
  const files = { written: written(tensor), npz: numpyFile('npz'), npzCompressed: numpyFile('npzCompressed') };

  it('every truncation is refused', () => {
    for (const [name, bytes] of Object.entries(files)) {
      for (let length = 0; length < bytes.length; length++) {
        expect(refusedOr(() => parse(bytes.subarray(0, length))) === 'refused', `${name}, ${length} bytes`).toBe(true);
      }
    }
  });

  it('of any one byte is refused, or it changes nothing: no wrong tensor passes the checksums', () => {
    const same = (value: MlsTensor) =>
      JSON.stringify([value.element, value.scaleFormat, value.shape, [...value.codes], [...value.scales], value.tensorScale]);
    for (const [name, bytes] of Object.entries(files)) {
      let refused = 0;
      for (let position = 0; position < bytes.length; position++) {
        for (const flip of [0x01, 0x80, 0xff]) {
          const result = refusedOr(() => parse(bytes.with(position, bytes[position] ^ flip)));
          if (result === 'refused') refused++;
          else if (same(result) !== same(tensor)) throw new Error(`${name}, byte ${position} flipped by ${flip}: a wrong tensor`);
        }
      }
      // What may change unseen: times, versions, attributes, the local headers' copies of what the directory says, and the array `note`.
      expect(refused, name).toBeGreaterThan(bytes.length * 3 * 0.5);
    }
  });

  it('at random gives a tensor or an InputError', () => {
    const change = fc.tuple(fc.nat(), fc.nat(255));
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(files)), fc.array(change, { minLength: 1, maxLength: 12 }), (file, changes) => {
        const bytes = file.slice();
        for (const [position, value] of changes) bytes[position % bytes.length] = value;
        const result = refusedOr(() => parse(bytes));
        if (result !== 'refused') expect(result.codes.length).toBe(result.shape.reduce((a, b) => a * b));
      }),
      { numRuns: 3000 },
    );
  });
});
