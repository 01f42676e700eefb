import { describe, expect, it } from 'vitest';
import { DARK, LIGHT } from '../../src/report/energy-palette.ts';

/** WCAG 2.2: relative luminance, and the contrast of two colours. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
])('the %s colours of the energy charts', (_name, { ground, rows, passes, several, single }) => {
  it('measure as published', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#767676')).toBeCloseTo(4.54, 2);
  });

  it('are told apart from the page, and text from them', () => {
    for (const [row, { fill, text }] of Object.entries(rows)) {
      expect(contrast(fill, ground), row).toBeGreaterThanOrEqual(3);
      expect(contrast(fill, text), row).toBeGreaterThanOrEqual(4.5);
    }
    for (const fill of [...Object.values(passes), several, single]) expect(contrast(fill, ground), fill).toBeGreaterThanOrEqual(3);
  });

  it('are different', () => {
    const fills = Object.values(rows).map(({ fill }) => fill);
    expect(new Set(fills).size).toBe(fills.length);
    expect(new Set(Object.values(passes)).size).toBe(5);
  });
});
