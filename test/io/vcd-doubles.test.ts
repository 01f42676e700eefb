import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/atomic-file.ts';
import { openVcd } from '../../src/io/vcd.ts';
import { parseVcd } from '../support/vcd-parser.ts';
import { memoryOutput } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'mlsim-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('signals of 33 to 53 bits in a Float64Array', () => {
  const widths = fc.integer({ min: 33, max: 53 });
  const words = (width: number, kind: 'signed' | 'unsigned'): fc.Arbitrary<number> => {
    const low = kind === 'signed' ? -(2 ** (width - 1)) : 0;
    const high = low + 2 ** width - 1;
    const near = [low, low + 1, -1, 0, 1, 2 ** 32 - 1, 2 ** 32, -(2 ** 32), -(2 ** 31), high].filter((value) => value >= low && value <= high);
    return fc.oneof(fc.constantFrom(...near), fc.maxSafeInteger().map((n) => low + (Math.abs(n) % 2 ** width)));
  };
  const cases = fc.tuple(widths, fc.constantFrom('signed' as const, 'unsigned' as const)).chain(([width, kind]) =>
    fc.record({ width: fc.constant(width), kind: fc.constant(kind), rows: fc.array(fc.tuple(words(width, kind), words(width, kind)), { minLength: 1, maxLength: 6 }) }),
  );

  it('read back as they were', () => {
    fc.assert(
      fc.property(cases, ({ width, kind, rows }) => {
        const values = new Float64Array(2);
        const out = openOutput(join(folder, 't.vcd'));
        const waveform = openVcd(out, { comments: [], timescale: '1 ns', top: 'pe' }, [{ name: 'q', width, kind, values, scope: (i) => `lane${i}` }]);
        rows.forEach((row, cycle) => {
          values.set(row);
          waveform.sample(cycle);
        });
        waveform.finish(rows.length);
        out.commit();
        const vcd = parseVcd(readFileSync(join(folder, 't.vcd'), 'utf8'));
        rows.forEach((row, cycle) => {
          row.forEach((value, lane) => {
            const path = `pe.lane${lane}.q`;
            expect(kind === 'signed' ? vcd.signedAt(path, cycle * 10) : vcd.unsignedAt(path, cycle * 10)).toBe(BigInt(value));
          });
        });
      }),
      { numRuns: 300 },
    );
  });

  it.each([2 ** 35, -(2 ** 35) - 1, 0.5, NaN])('cannot hold %d in 36 signed bits', (value) => {
    const file = openOutput(join(folder, 'bad.vcd'));
    for (const out of [file, memoryOutput()]) {
      const waveform = openVcd(out, { comments: [], timescale: '1 ns', top: 'pe' }, [{ name: 'q', width: 36, kind: 'signed', values: Float64Array.of(value), scope: () => '' }]);
      expect(() => {
        waveform.sample(0);
        waveform.finish(1);
      }).toThrow(/^VCD signal q: expected a signed value of 36 bits, found /);
    }
    file.abort();
  });
});
