import { deflateRawSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { memorySource } from '../../src/io/byte-source.ts';
import { readZipDirectory } from '../../src/io/zip-directory.ts';
import { readZipMember } from '../../src/io/zip-member.ts';
import { buildZip, u16, u32, u64, type BuiltEnd, type BuiltMember } from './zip-builder.ts';
import { refusedOr } from './support.ts';

/** All members by name. */
function readAll(zip: Uint8Array): Record<string, Uint8Array> {
  const source = memorySource('x.npz', zip);
  return Object.fromEntries(readZipDirectory(source).map((entry) => [entry.name, new Uint8Array(readZipMember(source, entry, `x.npz: ${entry.name}`))]));
}

const plain = Uint8Array.from({ length: 500 }, (_, i) => i % 7);
const deflated = new Uint8Array(deflateRawSync(plain));
const stored: BuiltMember = { name: 'a', stored: plain };
const packed: BuiltMember = { name: 'b', stored: deflated, plain, method: 8 };
const zip64 = (...values: number[]) => [...u16(1), ...u16(8 * values.length), ...values.flatMap(u64)];
const built = (member: BuiltMember, end?: BuiltEnd) => buildZip([{ name: 'first', stored: plain }, member], end);

describe('an archive', () => {
  it('is read, stored and deflated, as fflate reads it', () => {
    const zip = buildZip([stored, packed, { name: 'empty', stored: new Uint8Array(0) }]);
    expect(readAll(zip)).toEqual({ a: plain, b: plain, empty: new Uint8Array(0) });
    expect(readAll(zip)).toEqual(unzipSync(zip));
  });

  it('may be empty, or have a comment, even one that looks like an end record', () => {
    expect(readAll(buildZip([]))).toEqual({});
    expect(readAll(buildZip([stored], { comment: 'made by hand' }))).toEqual({ a: plain });
    expect(readAll(buildZip([stored], { comment: `PK\x05\x06${'x'.repeat(40)}` }))).toEqual({ a: plain });
  });

  it('may have its sizes and offset in a zip64 field, after another field', () => {
    const other = [...u16(0x5455), ...u16(1), 0];
    const huge = 0xffffffff;
    const size = { bytes: huge, compressedBytes: huge, extra: [...other, ...zip64(500, deflated.length)] };
    expect(readAll(built({ ...packed, ...size }))).toEqual({ first: plain, b: plain });
    expect(readAll(built({ ...packed, offset: huge, extra: zip64(30 + 5 + 500) }))).toEqual({ first: plain, b: plain });
  });

  it('may have names outside ASCII', () => {
    const entries = readZipDirectory(
      memorySource(
        '',
        buildZip([
          { name: 'é', stored: plain },
          { name: '尺', stored: plain, flags: 0x800 },
        ]),
      ),
    );
    expect(entries.map(({ name }) => name)).toEqual(['é', '尺']);
  });
});

describe('a hostile archive', () => {
  it.each<[string, Uint8Array, string]>([
    ['not a zip', plain, 'x.npz: expected a zip archive (.npz), found no zip directory at its end: not one, or truncated'],
    ['nothing', new Uint8Array(0), 'found no zip directory'],
    ['cut', built(stored).subarray(0, -1), 'found no zip directory'],
    ['bytes after the end', Uint8Array.from([...built(stored), 0]), 'found no zip directory'],
    ['bytes before the start', Uint8Array.from([0, ...built(stored)]), "zip directory, byte 0: expected a member's entry, found something else"],
    ['several parts', built(stored, { disk: 1 }), 'expected a zip archive in one file, found a part of several'],
    ['zip64 directory', built(stored, { count: 0xffff }), 'found a zip64 directory'],
    ['zip64 directory offset', built(stored, { directoryOffset: 0xffffffff }), 'found a zip64 directory'],
    ['directory outside', built(stored, { directoryOffset: 5000 }), 'x.npz: expected the zip directory inside the file of'],
    ['directory too long', built(stored, { directoryBytes: 5000 }), 'x.npz: expected the zip directory inside the file of'],
    ['directory enormous', built(stored, { directoryBytes: 0xfffffff0 }), 'x.npz: expected the zip directory inside the file of'],
    ['directory short', built(stored, { directoryBytes: 60 }), 'zip directory, byte 51: expected a member'],
    ['directory cut in a name', built(stored, { directoryBytes: 50 }), 'zip directory, byte 0: expected a whole entry'],
    ['fewer members than announced', built(stored, { count: 3 }), 'zip directory, byte 98: expected a member'],
    ['more members than announced', built(stored, { count: 1 }), 'expected a zip directory of 98 bytes, found 1 members in 51'],
    ['no members announced', built(stored, { count: 0 }), 'expected a zip directory of 98 bytes, found 0 members in 0'],
    ['a name twice', built({ ...stored, name: 'first' }), 'x.npz: expected every member once, found "first" twice'],
    ['the same bytes twice', built({ ...stored, offset: 0 }), 'found it overlapping or outside the archive'],
    ['overlapping', built({ ...stored, offset: 100 }), 'found it overlapping or outside the archive'],
    ['outside', built({ ...stored, offset: 100_000 }), 'x.npz: "a": expected 500 bytes of its own, found it overlapping or outside the archive'],
    ['offset into the data', buildZip([{ ...stored, stored: plain, offset: 1, compressedBytes: 400, bytes: 400 }]), 'x.npz: a: expected its zip header at byte 1, found something else'],
    ['too large, stored', built({ ...stored, bytes: 501, compressedBytes: 501 }), 'found it overlapping or outside the archive'],
    ['enormous, stored', built({ ...stored, bytes: 0xfffffff0, compressedBytes: 0xfffffff0 }), 'found it overlapping or outside the archive'],
    ['enormous, in 64 bits', built({ ...stored, bytes: 0xffffffff, compressedBytes: 0xffffffff, extra: zip64(2 ** 52, 2 ** 52) }), 'found it overlapping or outside'],
    ['too small, stored', built({ ...stored, bytes: 499, compressedBytes: 499 }), 'x.npz: a: expected CRC-32'],
    ['two sizes, stored', built({ ...stored, bytes: 499 }), 'x.npz: a: expected the announced 499 bytes, found 500'],
    ['less than announced, deflated', built({ ...packed, bytes: 501 }), 'x.npz: b: expected the announced 501 bytes, found 500'],
    ['more than announced, deflated', built({ ...packed, bytes: 499 }), 'x.npz: b: expected the announced 499 bytes, found more'],
    ['nothing announced, deflated', built({ ...packed, bytes: 0 }), 'x.npz: b: expected the announced 0 bytes, found more'],
    ['cut, deflated', built({ ...packed, compressedBytes: deflated.length - 3 }), 'x.npz: b: expected deflated data, found it broken: "Z_BUF_ERROR"'],
    ['bytes after the deflated data', built({ ...packed, stored: Uint8Array.from([...deflated, 0]) }), `expected ${deflated.length + 1} compressed bytes`],
    ['not deflated', built({ ...packed, stored: plain.map(() => 7) }), 'x.npz: b: expected deflated data, found it broken: "Z_DATA_ERROR"'],
    ['wrong checksum', built({ ...stored, crc: 1 }), 'x.npz: a: expected CRC-32 00000001, found'],
    ['wrong checksum, deflated', built({ ...packed, crc: 1 }), 'x.npz: b: expected CRC-32 00000001, found'],
    ['encrypted', built({ ...stored, flags: 1 }), 'x.npz: a: expected an unencrypted member, found an encrypted one'],
    ['lzma', built({ ...stored, method: 14 }), 'x.npz: a: expected a stored or deflated member, found compression method 14'],
    ['a bomb', built({ ...packed, bytes: 2 ** 26 + 1 }), `x.npz: b: expected at most 200 times the compressed size, found ${deflated.length} bytes for 67108865`],
    ['a local extra field over the data', built({ ...stored, localExtraLength: 10 }), 'x.npz: a: expected 500 bytes, found room for 490'],
    ['a local extra field beyond all', built({ ...stored, localExtraLength: 60000 }), 'x.npz: a: expected 500 bytes, found room for 0'],
    ['no zip64 field', built({ ...stored, bytes: 0xffffffff }), 'expected 64-bit sizes, found no zip64 field'],
    ['a short zip64 field', built({ ...stored, bytes: 0xffffffff, compressedBytes: 0xffffffff, extra: zip64(500) }), 'found a zip64 field without them'],
    ['a zip64 field beyond its room', built({ ...stored, bytes: 0xffffffff, extra: [...u16(1), ...u16(8), 0, 0] }), 'found a zip64 field without them'],
    ['an extra field cut', built({ ...stored, bytes: 0xffffffff, extra: [9, 9, 9] }), 'expected 64-bit sizes, found no zip64 field'],
  ])('is refused: %s', (_, zip, message) => {
    expect(() => readAll(zip)).toThrow(message);
    expect(refusedOr(() => readAll(zip))).toBe('refused');
  });

  it('says how to keep an honest tensor that looks like a bomb', () => {
    expect(() => readAll(built({ ...packed, bytes: 2 ** 26 + 1 }))).toThrow('store it uncompressed (np.savez)');
  });

  it('whose member is large but compresses moderately is read', () => {
    const large = new Uint8Array(2 ** 20);
    expect(readAll(buildZip([{ name: 'z', stored: new Uint8Array(deflateRawSync(large)), plain: large, method: 8 }]))['z'].length).toBe(2 ** 20);
  });

  it('of many tiny directory entries is refused quickly', () => {
    const entry = [...u32(0x02014b50), ...new Uint8Array(42)];
    const directory = new Uint8Array(65534 * 46);
    for (let i = 0; i < 65534; i++) directory.set(entry, i * 46);
    const end = [...u32(0x06054b50), ...u32(0), ...u16(65534), ...u16(65534), ...u32(directory.length), ...u32(0), ...u16(0)];
    expect(() => readAll(new Uint8Array(Buffer.concat([directory, Uint8Array.from(end)])))).toThrow('found "" twice');
  });
});
