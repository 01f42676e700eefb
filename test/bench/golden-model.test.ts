import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { buildGoldenModel, compilerName, type GoldenModel } from '../../bench/golden/golden-model.ts';
import { library } from '../../bench/library.ts';
import { randomCodes, SPREAD } from '../../bench/operands.ts';
import { elementFormat } from '../../src/formats/element.ts';
import { groupScaleFormat } from '../../src/formats/group-scale.ts';
import type { MlsTensor } from '../../src/formats/mls-tensor.ts';
import { PASSES } from '../../src/sim/convolution.ts';
import { convolutionCases } from '../support/arbitraries.ts';
import { scratchFolder } from '../support/cli.ts';

const { convolution, convolve, mlsDatapath, mlsDefaults, PLAIN_CONVOLUTION } = library;
const isHere = compilerName() !== undefined;
const isRequired = process.env['MLSIM_REQUIRE_TOOLS'] === '1';
if (!isHere && !isRequired) process.stderr.write('\n*** the C++ golden model: NOT RUN, since g++ cannot be found (MLSIM_REQUIRE_TOOLS=1 requires it)\n\n');

describe.skipIf(!isHere && !isRequired)(isHere ? 'the C++ golden model' : 'the C++ golden model (skipped: g++ is not installed)', () => {
  let built: GoldenModel | undefined;
  const folder = scratchFolder();
  const model = (): GoldenModel => (built ??= buildGoldenModel(folder));

  afterAll(() => { built?.close(); });

  const scales = groupScaleFormat(8, 1);
  /** Scales of all values, with those in the majority whose terms are subnormal: exponents that add up to some 110 to 150. */
  const scaleCode = fc.oneof({ weight: 1, arbitrary: fc.nat(511) }, { weight: 2, arbitrary: fc.integer({ min: 110, max: 150 }) }, { weight: 1, arbitrary: fc.nat(15) });
  const rescaled = (tensor: MlsTensor): fc.Arbitrary<MlsTensor> =>
    fc
      .array(scaleCode, { minLength: tensor.scales.length, maxLength: tensor.scales.length })
      .map((codes) => ({ ...tensor, scaleFormat: scales, scales: Uint16Array.from(codes) }));

  it('has the bits of convolve() for small layers: all passes, strides, padding, dilation, channel groups, formats, subnormal terms', async () => {
    const elements = fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })).map(([E, M]) => elementFormat(E, M));
    const cases = convolutionCases(elements).chain((given) => fc.record({ ...fixed(given), x: rescaled(given.x), y: rescaled(given.y) }));
    const seen = { passes: new Set<string>(), subnormals: 0, strided: 0, grouped: 0 };
    await fc.assert(
      fc.asyncProperty(cases, async ({ pass, options, x, y }) => {
        const conv = convolution(pass, x.shape, y.shape, options);
        const expected = convolve(conv, mlsDatapath(mlsDefaults(x, y)), x, y).bits;
        expect(await model().prepare(conv, options, x, y).output()).toEqual(expected);
        seen.passes.add(pass);
        seen.subnormals += expected.some((bits) => (bits & 0x7fff_ffff) > 0 && (bits & 0x7fff_ffff) < 0x80_0000) ? 1 : 0;
        seen.strided += options.stride[0] > 1 ? 1 : 0;
        seen.grouped += options.groups > 1 ? 1 : 0;
      }),
    );
    expect(seen.passes.size).toBe(PASSES.length);
    expect(Math.min(seen.subnormals, seen.strided, seen.grouped)).toBeGreaterThan(5);
  });

  it('has them for more groups than the tree is wide', async () => {
    const [x, y] = [randomCodes([3, 37, 3, 3], 1, SPREAD.activations), randomCodes([2, 37, 5, 5], 2, SPREAD.activations)];
    const options = { ...PLAIN_CONVOLUTION, padding: [1, 1] } as const;
    const conv = convolution('forward', x.shape, y.shape, options);
    expect(await model().prepare(conv, options, x, y).output()).toEqual(convolve(conv, mlsDatapath(mlsDefaults(x, y)), x, y).bits);
  });

  it('times itself', async () => {
    const [x, y] = [randomCodes([4, 4, 3, 3], 1, SPREAD.activations), randomCodes([1, 4, 8, 8], 2, SPREAD.activations)];
    const conv = convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION);
    const seconds = await model().prepare(conv, PLAIN_CONVOLUTION, x, y).run(3);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThan(1);
  });

  it('says what is wrong with a case that cannot be read', async () => {
    const other = buildGoldenModel(folder);
    const [x, y] = [randomCodes([1, 1, 1, 1], 1, SPREAD.activations), randomCodes([1, 1, 1, 1], 2, SPREAD.activations)];
    const one = other.prepare(convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION), PLAIN_CONVOLUTION, x, y);
    writeFileSync(join(folder, '0.case'), 'short');
    await expect(one.run(1)).rejects.toThrow('the case file is cut short');
    await expect(one.output()).rejects.toThrow('failed');
  });

  it('refuses sums beyond its accumulator, and other scale formats', () => {
    const x = randomCodes([1, 1, 3, 3], 1, SPREAD.activations);
    const wide = { ...x, element: elementFormat(3, 10) };
    const conv = convolution('forward', x.shape, x.shape, PLAIN_CONVOLUTION);
    expect(() => model().prepare(conv, PLAIN_CONVOLUTION, wide, wide)).toThrow('32-bit accumulator');
    expect(() => model().prepare(conv, PLAIN_CONVOLUTION, { ...x, scaleFormat: groupScaleFormat(8, 0) }, x)).toThrow('<8,1>');
  });
});

function fixed<T extends { readonly pass: unknown; readonly options: unknown }>({ pass, options }: T): { readonly pass: fc.Arbitrary<T['pass']>; readonly options: fc.Arbitrary<T['options']> } {
  return { pass: fc.constant(pass), options: fc.constant(options) };
}
