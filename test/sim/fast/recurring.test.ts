import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import type * as Public from '../../../src/index.ts';
import { convolution, PLAIN_CONVOLUTION, type ConvolutionOptions } from '../../../src/sim/convolution.ts';
import { convolve } from '../../../src/sim/convolve.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { isPrepacked, prepack } from '../../../src/sim/fast/prepack.ts';
import { keptCopyOf, unchanged } from '../../../src/sim/fast/recurring.ts';
import { convolveOnThreads } from '../../../src/sim/fast/threads.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { filledTensor, type Contents } from './layers.ts';
import { differences, expectedResult, formOf } from './oracle.ts';

// Threads load their module from the built program.
const built = (await import(new URL('../../../dist/index.js', import.meta.url).href)) as typeof Public;
afterAll(built.closeThreads);

const CONTENTS: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 3, Mg: 1, tensorScale: 1 };

function weights(seed: number): MlsTensor {
  return filledTensor([96, 96, 3, 3], CONTENTS, seed);
}

function input(seed: number, images = 1): MlsTensor {
  return filledTensor([images, 96, 9, 13], CONTENTS, seed);
}

function layerOf(x: MlsTensor, y: MlsTensor, options: Partial<ConvolutionOptions> = {}) {
  return convolution('forward', x.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1], ...options });
}

describe('a first operand that comes again', () => {
  const [x, y] = [weights(1), input(2)];
  const datapath = mlsDatapath(mlsDefaults(x, y));
  const copyOf = (first: MlsTensor, second = y, conv = layerOf(first, second)): unknown => keptCopyOf(conv, datapath, first, second);

  it('is prepacked in its second run', () => {
    const first = { ...x };
    expect(copyOf(first)).toBe(first);
    const copy = copyOf(first) as MlsTensor;
    expect(isPrepacked(copy)).toBe(true);
    expect([copy.codes, copy.scales, copy.tensorScale, copy.shape]).toEqual([x.codes, x.scales, x.tensorScale, x.shape]);
    expect(copyOf(first)).toBe(copy);
    expect(copyOf(first, input(3))).toBe(copy);
    expect(unchanged(first, copy)).toBe(copy);
  });

  it.each<[string, (one: MlsTensor) => void]>([
    ['a code', ({ codes }) => { codes[codes.length - 1] ^= 1; }],
    ['the first code', ({ codes }) => { codes[0] ^= 0x20; }],
    ['a scale', ({ scales }) => { scales[scales.length - 1] ^= 1; }],
    ['the scale of the tensor', (one) => { (one as { tensorScale: number }).tensorScale = 3; }],
  ])('is itself again where %s has changed, until it has come twice as often', (_, change) => {
    const first = { ...weights(1) };
    const runs: boolean[] = [];
    for (let run = 1; run <= 13; run++) {
      if (run === 4) change(first);
      const copy = keptCopyOf(layerOf(first, y), datapath, first, y);
      const taken = unchanged(first, copy);
      runs.push(taken !== first);
      expect(differences(convolve(layerOf(first, y), datapath, { ...taken }, y), expectedResult(layerOf(first, y), datapath, first, y))).toBe('');
    }
    expect(runs.map(Number).join('')).toBe('0110000111111');
  });

  it('is counted by runs of any engine', async () => {
    const conv = layerOf(x, y);
    for (const first of [{ ...x }, { ...x }]) {
      convolve(conv, datapath, first, y);
      convolve(conv, datapath, first, y);
      expect(keptCopyOf(conv, datapath, first, y)).not.toBe(first);
    }
    const first = { ...x };
    for (let run = 0; run < 2; run++) await convolveOnThreads(conv, datapath, first, y, { threads: 1 });
    expect(keptCopyOf(conv, datapath, first, y)).not.toBe(first);
  });

  it('is not kept where that gains nothing', () => {
    const larger = input(3, 8);
    expect(larger.codes.length).toBeGreaterThan(x.codes.length);
    const errors = filledTensor([8, 24, 9, 13], CONTENTS, 5);
    const [small, smallInput] = [filledTensor([80, 80, 3, 3], CONTENTS, 1), filledTensor([1, 80, 9, 13], CONTENTS, 2)];
    const narrow = mlsDatapath({ ...mlsDefaults(x, y), treeWidth: 8 });
    // Sums that may overflow aren't those of squares.
    const checked = mlsDatapath({ ...mlsDefaults(x, y), accumulatorWidth: 12, accumulatorOverflow: 'saturate' });
    const cases: readonly [MlsTensor, MlsTensor, ReturnType<typeof layerOf>, typeof datapath][] = [
      [{ ...x }, larger, layerOf(x, larger), datapath],
      [{ ...x }, y, layerOf(x, y, { stride: [2, 2] }), datapath],
      [{ ...x }, y, layerOf(x, y), narrow],
      [{ ...x }, y, layerOf(x, y), checked],
      [larger, errors, convolution('weight-grad', larger.shape, errors.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] }), datapath],
      [small, smallInput, layerOf(small, smallInput), datapath],
    ];
    for (const [first, second, conv, on] of cases) for (let run = 0; run < 5; run++) expect(keptCopyOf(conv, on, first, second)).toBe(first);
  });

  it('is the prepacked operand where it is one', () => {
    const packed = prepack(layerOf(x, y), datapath, x);
    for (let run = 0; run < 3; run++) expect(copyOf(packed)).toBe(packed);
  });

  it('is counted anew on another datapath, or in another pass', () => {
    const first = weights(1);
    const other = mlsDatapath({ ...mlsDefaults(first, y), accumulatorWidth: 24 });
    const back = convolution('input-grad', first.shape, y.shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
    const kept = [
      keptCopyOf(layerOf(first, y), datapath, first, y),
      keptCopyOf(layerOf(first, y), other, first, y),
      keptCopyOf(layerOf(first, y), other, first, y),
      keptCopyOf(back, other, first, y),
      keptCopyOf(layerOf(first, y), other, first, y),
      keptCopyOf(back, other, first, y),
      keptCopyOf(back, other, first, y),
    ].map((one) => one !== first);
    expect(kept).toEqual([false, false, true, false, false, false, true]);
  });
});

describe('runs on a first operand that changes at times', () => {
  it('have the bits, counts and overflows of what it is then, on any number of threads', async () => {
    const layers = fc.record({
      pass: fc.constantFrom('forward', 'input-grad'),
      channels: fc.tuple(fc.integer({ min: 86, max: 104 }), fc.integer({ min: 86, max: 104 })),
      size: fc.tuple(fc.integer({ min: 3, max: 7 }), fc.integer({ min: 3, max: 9 })),
      extreme: fc.boolean(),
      scaleSpread: fc.constantFrom(0, 3, 9),
    });
    const changes = fc.array(fc.record({ what: fc.constantFrom('code', 'scale', 'nothing', 'nothing', 'nothing'), at: fc.nat(2 ** 20), bit: fc.nat(2), threads: fc.constantFrom(1, 2, 3), seed: fc.nat(3) }), { minLength: 3, maxLength: 12 });
    let kept = 0;
    let changed = 0;
    await fc.assert(
      fc.asyncProperty(layers, changes, async ({ pass, channels: [out, into], size, ...contents }, runs) => {
        const first = filledTensor([out, into, 3, 3], { ...CONTENTS, ...contents }, 7);
        const secondOf = (seed: number): MlsTensor => filledTensor([1, pass === 'forward' ? into : out, ...size], CONTENTS, seed);
        const datapath = mlsDatapath(mlsDefaults(first, secondOf(0)));
        const conv = convolution(pass, first.shape, secondOf(0).shape, { ...PLAIN_CONVOLUTION, padding: [1, 1] });
        // What the runs will take, as far as a twin of X tells.
        const twin = { ...first };
        for (const { what, at, bit, threads, seed } of runs) {
          const values = what === 'scale' ? first.scales : first.codes;
          if (what !== 'nothing') values[at % values.length] ^= 2 ** bit;
          const second = secondOf(seed);
          const copy = keptCopyOf(conv, datapath, twin, second);
          if (copy !== twin && unchanged(twin, copy) === copy) kept++;
          else if (copy !== twin) changed++;
          const found = threads === 1 ? built.convolve(conv, datapath, first, second) : await built.convolveOnThreads(conv, datapath, first, second, { threads });
          expect(differences(found, expectedResult(conv, datapath, first, second))).toBe('');
        }
      }),
      { numRuns: 50 },
    );
    expect(Math.min(kept, changed)).toBeGreaterThan(10);
  });

  it('have them where there is no work for a second thread', async () => {
    const [first, second] = [filledTensor([4, 1824, 3, 3], CONTENTS, 1), filledTensor([1, 1824, 4, 6], CONTENTS, 2)];
    const conv = layerOf(first, second);
    const datapath = mlsDatapath(mlsDefaults(first, second));
    const plan = planFastRun(conv, formOf(datapath), first, second, 1, 2);
    expect('refused' in plan ? 0 : plan.slices).toBe(1);
    for (let run = 0; run < 6; run++) {
      if (run > 3) first.codes[run] ^= 5;
      expect(differences(await built.convolveOnThreads(conv, datapath, first, second, { threads: 2 }), expectedResult(conv, datapath, first, second))).toBe('');
    }
  });

  it('follow one another in order where several are asked for at once', async () => {
    const [first, second] = [weights(8), input(9)];
    const conv = layerOf(first, second);
    const datapath = mlsDatapath(mlsDefaults(first, second));
    const run = async (): Promise<void> => {
      const expected = expectedResult(conv, datapath, first, second);
      const found = await Promise.all([2, 1, 3, 2].map((threads) => built.convolveOnThreads(conv, datapath, first, second, { threads })));
      for (const one of found) expect(differences(one, expected)).toBe('');
    };
    for (let again = 0; again < 3; again++) {
      await run();
      first.codes[5] ^= 3;
    }
    await run();
  });
});
