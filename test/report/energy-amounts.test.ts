import { describe, expect, it } from 'vitest';
import { amountText, ratioText, shareText, unitFor } from '../../src/report/energy-amounts.ts';

describe('an energy', () => {
  it.each<[bigint, string]>([
    [0n, '0 fJ'],
    [99n, '99 fJ'],
    [99_999n, '99 999 fJ'],
    [100_000n, '100.00 pJ'],
    [16_826_150_108_608n, '16 826.15 uJ'],
    [132_295_677_363_648n, '132.30 mJ'],
    [132_295_677_363_648_000_000n, '132.30 kJ'],
    [10n ** 25n, '10 000 000.00 kJ'],
  ])('%d is %s', (energy, text) => {
    const unit = unitFor([1n, energy]);
    expect(`${amountText(energy, unit)} ${unit.name}`).toBe(text);
  });

  it('has the unit of the largest', () => {
    expect(unitFor([5n, 10n ** 12n, 10n ** 9n]).name).toBe('uJ');
    expect(unitFor([]).name).toBe('fJ');
  });

  it('has shares and ratios, or none', () => {
    expect([shareText(1n, 3n), shareText(3n, 3n), shareText(0n, 0n)]).toEqual(['33.3 %', '100.0 %', '-']);
    expect([ratioText(19n, 2n), ratioText(1n, 0n)]).toEqual(['9.50', '-']);
  });
});
