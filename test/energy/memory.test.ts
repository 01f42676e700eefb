/** Memory traffic, word by word. */
import { describe, expect, it } from 'vitest';
import { memoryTraffic } from '../../src/energy/memory.ts';
import { energyReport, type EnergyRequest } from '../../src/energy/report.ts';
import { paperTable } from '../../src/energy/tables/tables.ts';
import { convLayer, requestFor } from './support.ts';

/** W [6,4,3,3], A [n,4,7,6], Z [n,6,5,4]. */
const request = (more: Partial<EnergyRequest> = {}): EnergyRequest =>
  requestFor('resnet18', 'datapath', { memory: true, topology: { name: 'one', layers: [convLayer()], additions: [] }, ...more });
const [W, A, Z] = [6 * 4 * 9, 4 * 42, 6 * 20];
const words = (bits: number): number => Math.ceil(bits / 64);
const wordsOf = (asked: EnergyRequest): Record<string, number> => Object.fromEntries(memoryTraffic(asked).arithmetics.map((one) => [one.arithmetic, Number(one.words)]));

describe('memory traffic', () => {
  it('reads both operands as stored and writes the result in binary32, in each pass', () => {
    const passes = (element: number, plane: number): number => {
      const [w, a, z] = [words(W * element + 24 * plane), words(A * element + 4 * plane), words(Z * element + 6 * plane)];
      return w + a + words(Z * 32) + (z + a + words(W * 32)) + (w + z + words(A * 32));
    };
    expect(wordsOf(request())).toEqual({ fp32: passes(32, 0), fp8: passes(8, 0), int8: passes(8, 0), mls: passes(7, 9) });
  });

  it('of a batch has weights once, of inference the forward pass alone', () => {
    const asked = request({ batch: 10, workload: 'inference', arithmetics: ['fp32'] });
    expect(wordsOf(asked)).toEqual({ fp32: words(W * 32) + words(A * 320) + words(Z * 320) });
  });

  it('is binary32 where the layer is', () => {
    const fc = convLayer({ kind: 'fc', ci: 64, co: 32, kernel: [1, 1], input: [1, 1], normalized: false });
    const found = wordsOf(request({ topology: { name: 'one', layers: [fc], additions: [] } }));
    expect(new Set(Object.values(found))).toEqual(new Set([3 * (1024 + 32 + 16)]));
    const first = { name: 'one', layers: [convLayer({ fromInput: true })], additions: [] };
    const { fp32, mls } = wordsOf({ ...request({ topology: first }), convention: requestFor('resnet18', 'first-fp32').convention });
    expect(mls).toBe(fp32);
    const quantized = wordsOf(request({ topology: first }));
    expect(quantized.mls).toBeLessThan(quantized.fp32);
  });

  it('costs what the table says, and stands in no total', () => {
    const { memory, tables } = energyReport(request());
    const [fp32] = memory?.arithmetics ?? [];
    expect(fp32.dramLow).toBe(fp32.words * 1_300_000n);
    expect(fp32.dramHigh).toBe(fp32.words * 2_600_000n);
    expect(fp32.sram).toBe(fp32.words * 200_000n);
    expect(fp32.bytes).toBe(fp32.words * 8n);
    expect(tables).toEqual(energyReport(request({ memory: false })).tables);
    expect(memory?.source).toContain('Horowitz');
  });

  it("is the first table's that has memory costs", () => {
    const memory = { source: 'mine', sram: [{ bytes: 10, accessBits: 8, access_fJ: 3 }, { bytes: 99, accessBits: 8, access_fJ: 5 }], dram: { accessBits: 8, low_fJ: 7, high_fJ: 11 } };
    const own = memoryTraffic(request({ tables: [paperTable, { ...paperTable, name: 'mine', memory }], arithmetics: ['fp32'] }));
    expect(own).toMatchObject({ source: 'mine', accessBits: 8 });
    const [{ words: bytes, sram, dramHigh }] = own.arithmetics;
    expect([sram, dramHigh]).toEqual([bytes * 10n, bytes * 11n]);
    const mixed = { ...memory, dram: { ...memory.dram, accessBits: 16 } };
    expect(() => memoryTraffic(request({ tables: [{ ...paperTable, memory: mixed }] }))).toThrow(/--memory: expected SRAM and DRAM words of one width, found 8 and 16 bits/);
  });
});
