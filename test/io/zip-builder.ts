/** A zip writer of the tests' own, which can lie in any field. */
import { crc32ByTable } from '../../src/io/crc32.ts';

/** A member; whatever is not given is right. */
export interface BuiltMember {
  readonly name: string;
  /** The bytes in the archive, compressed or not. */
  readonly stored: Uint8Array;
  /** The bytes of which the checksum and the size are announced; `stored` itself unless given. */
  readonly plain?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly bytes?: number;
  readonly compressedBytes?: number;
  readonly crc?: number;
  readonly offset?: number;
  /** Bytes of the local header that lie about its own length. */
  readonly localExtraLength?: number;
  /** Extra field of the directory entry. */
  readonly extra?: readonly number[];
}

/** Fields of the end record to lie in. */
export interface BuiltEnd {
  readonly count?: number;
  readonly directoryBytes?: number;
  readonly directoryOffset?: number;
  readonly disk?: number;
  readonly comment?: string;
}

/** The archive. */
export function buildZip(members: readonly BuiltMember[], end: BuiltEnd = {}): Uint8Array {
  const locals: number[] = [];
  const directory: number[] = [];
  for (const member of members) {
    const { name, stored, plain = stored, method = 0, flags = 0, extra = [] } = member;
    const nameBytes = Buffer.from(name, (flags & 0x800) === 0 ? 'latin1' : 'utf8');
    const { bytes = plain.length, compressedBytes = stored.length, crc = crc32ByTable(plain), offset = locals.length } = member;
    const common = [...u16(20), ...u16(flags), ...u16(method), ...u32(0x00210000), ...u32(crc), ...u32(compressedBytes), ...u32(bytes), ...u16(nameBytes.length)];
    locals.push(...u32(0x04034b50), ...common, ...u16(member.localExtraLength ?? 0), ...nameBytes, ...stored);
    directory.push(...u32(0x02014b50), ...u16(20), ...common, ...u16(extra.length), ...new Uint8Array(10), ...u32(offset), ...nameBytes, ...extra);
  }
  const { count = members.length, directoryBytes = directory.length, directoryOffset = locals.length, disk = 0, comment = '' } = end;
  const record = [...u32(0x06054b50), ...u16(disk), ...u16(disk), ...u16(count), ...u16(count), ...u32(directoryBytes), ...u32(directoryOffset), ...u16(comment.length)];
  return Uint8Array.from([...locals, ...directory, ...record, ...Buffer.from(comment)]);
}

/** A 16-bit number as zip files store it. */
export function u16(value: number): number[] {
  return [value & 0xff, (value >>> 8) & 0xff];
}

/** A 32-bit number as zip files store it. */
export function u32(value: number): number[] {
  return [...u16(value & 0xffff), ...u16(value >>> 16)];
}

/** A 64-bit number as zip files store it. @param value below 2^53 */
export function u64(value: number): number[] {
  return [...u32(value % 2 ** 32), ...u32(Math.floor(value / 2 ** 32))];
}
