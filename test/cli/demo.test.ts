import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { mlsim } from '../support/cli.ts';

const real = (name: string): Buffer => readFileSync(new URL(`../../vectors/real/${name}`, import.meta.url));

interface Manifest {
  layers: { name: string; groups: number; weights: { file: string; shape: number[]; sha256: string }; activations: { file: string; shape: number[]; sha256: string } }[];
}
const { layers } = JSON.parse(real('manifest.json').toString()) as Manifest;

interface Figures {
  layer: string;
  passes: { pass: string; counts: { mul: number; groupScale: number }; overflow: { groups: number }; sqnr: number; averageRelativeError: number }[];
}

describe('the real operands', () => {
  it('are the files that the manifest describes', () => {
    for (const layer of layers) {
      for (const { file, sha256 } of [layer.weights, layer.activations]) {
        expect(createHash('sha256').update(real(file)).digest('hex')).toBe(sha256);
      }
    }
  });
});

describe('mlsim demo', () => {
  it('runs three passes of three layers close to the unquantized convolutions', () => {
    const figures = JSON.parse(mlsim(['demo', '--json']).stdout) as Figures[];
    expect(figures.map(({ layer }) => layer)).toEqual(['conv3x3', 'conv1x1', 'depthwise']);
    figures.forEach(({ passes }, i) => {
      const [co, perGroup, kh, kw] = layers[i].weights.shape;
      expect(passes.map(({ pass }) => pass)).toEqual(['forward', 'input-grad', 'weight-grad']);
      for (const { pass, counts, overflow, sqnr, averageRelativeError } of passes) {
        // At stride 1 with the size kept, all passes make the same number of products.
        expect(counts.mul).toBe(co * perGroup * kh * kw * 24 * 24);
        expect(counts.groupScale).toBe(pass === 'weight-grad' ? co * perGroup * kh * kw : co * perGroup * 24 * 24);
        expect(overflow.groups).toBe(0);
        // <2,4> rounds with a relative error of at most 2^-5 for normal values: far above 20 dB, far below exact.
        expect(sqnr).toBeGreaterThan(25);
        expect(sqnr).toBeLessThan(60);
        expect(averageRelativeError).toBeGreaterThan(0.001);
        expect(averageRelativeError).toBeLessThan(0.05);
      }
    });
  });

  it('prints a page for people', () => {
    const { status, stdout, stderr } = mlsim(['demo']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toMatch(/conv3x3: regular 3x3, stride 1, padding 1\n {2}W \[24,96,3,3\]/);
    expect(stdout).toMatch(/ {2}weight-grad {2}\[48,1,3,3\] +248 832 +248 400 +432 +432 +0 +\d\d\.\d dB +0\.\d\d % +\d+ ms/);
  });
});
