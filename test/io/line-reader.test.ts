import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finish } from '../../src/bits/steps.ts';
import { fileDigest } from '../../src/io/file-digest.ts';
import { LineReader } from '../../src/io/line-reader.ts';
import { readText } from '../../src/io/text-file.ts';
import { temporaryFolder } from './support.ts';

const folder = temporaryFolder();
let files = 0;

function fileOf(text: string | Uint8Array): string {
  const path = join(folder, `${files++}.txt`);
  writeFileSync(path, text);
  return path;
}

/** Each line with its number, and whether it has its line end. */
function linesOf(text: string): [string, number, boolean][] {
  const reader = new LineReader(fileOf(text));
  const lines: [string, number, boolean][] = [];
  try {
    for (let line = reader.next(); line !== undefined; line = reader.next()) lines.push([line, reader.lineNumber, reader.terminated]);
    expect(reader.next()).toBeUndefined();
  } finally {
    reader.close();
    reader.close();
  }
  return lines;
}

describe('lines', () => {
  it('end with LF or CR LF; the last one may have no end', () => {
    expect(linesOf('a\r\n\n\r\nb\rc\nd')).toEqual([
      ['a', 1, true],
      ['', 2, true],
      ['', 3, true],
      ['b\rc', 4, true],
      ['d', 5, false],
    ]);
    expect(linesOf('')).toEqual([]);
    expect(linesOf('\n')).toEqual([['', 1, true]]);
  });

  it('are whole where the parts of the file meet', () => {
    const lines = Array.from({ length: 90_000 }, (_, i) => `${i}:${'x'.repeat(i % 23)}`);
    expect(linesOf(`${lines.join('\r\n')}\r\n`).map(([line]) => line)).toEqual(lines);
    const long = 'y'.repeat(3_000_000);
    expect(linesOf(`a\n${long}\nb\n`).map(([line]) => line)).toEqual(['a', long, 'b']);
  });

  it('of a file that has none are refused', () => {
    expect(() => linesOf(`a\n${'0'.repeat(5_000_000)}`)).toThrow(/line 2: expected at most 4194304 characters, found more$/);
    expect(() => new LineReader(folder)).toThrow(/expected a regular file, found a directory$/);
    expect(() => new LineReader(join(folder, 'none'))).toThrow(/cannot read: no such file or directory \(ENOENT\)$/);
  });
});

it('a digest is that of all bytes', () => {
  const bytes = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 7) & 255);
  expect(finish(fileDigest(fileOf(bytes)))).toBe(createHash('sha256').update(bytes).digest('hex'));
});

it('a text is UTF-8, and not too large', () => {
  expect(readText(fileOf('é{}'), 10).text).toBe('é{}');
  expect(() => readText(fileOf('12345678901'), 10)).toThrow(/expected at most 10 bytes, found 11$/);
  expect(() => readText(fileOf(Uint8Array.of(0xff)), 10)).toThrow(/expected UTF-8 text, found bytes that aren't$/);
});
