import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { elementFormat } from '../../../src/formats/element.ts';
import { convolve, planConvolution } from '../../../src/sim/convolve.ts';
import { convolution, PLAIN_CONVOLUTION } from '../../../src/sim/convolution.ts';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { mlsDatapath, mlsDefaults } from '../../../src/sim/mls-datapath.ts';
import { convolutionCases, unitParameters } from '../../support/arbitraries.ts';
import { exactConv, type ExactOperand } from '../../support/exact-model.ts';
import type { MlsTensor } from '../../../src/formats/mls-tensor.ts';
import { datapathOf, filledTensor, layerCases, type Contents } from './layers.ts';
import { differences, expectedResult, formOf, resultOf } from './oracle.ts';

function exactOperand({ element, scaleFormat, ...rest }: MlsTensor): ExactOperand {
  return { E: element.E, M: element.M, Eg: scaleFormat.Eg, Mg: scaleFormat.Mg, ...rest };
}

describe('the fast engine', () => {
  it('equals the exact rational model on small convolutions of all formats', () => {
    let taken = 0;
    fc.assert(
      fc.property(convolutionCases(), unitParameters, ({ pass, options, x, y }, p) => {
        const conv = convolution(pass, x.shape, y.shape, options);
        const datapath = mlsDatapath({ x, y, ...p });
        const run = planFastRun(conv, formOf(datapath), x, y, datapath.tensorScaleMultiplications);
        if ('refused' in run) return;
        taken++;
        const expected = exactConv(pass, exactOperand(x), exactOperand(y), {
          ...options,
          accWidth: p.accumulatorWidth,
          accOverflow: p.accumulatorOverflow,
          treeWidth: p.treeWidth,
          flushToZero: p.subnormals.flushToZero,
          tensorScale: p.tensorScale,
        });
        const { bits, ...rest } = resultOf(conv, datapath, run, x, y);
        expect({ ...rest, bits: [...bits] }).toEqual(expected);
      }),
      { numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(400);
  });

  it('equals the functional engine on layers of many tiles, by every kernel', () => {
    const kernels = new Map<string, number>();
    fc.assert(
      fc.property(layerCases, (layer) => {
        const { conv, x, y } = layer;
        const datapath = datapathOf(layer);
        const tensorScale = datapath.tensorScaleMultiplications;
        const run = planFastRun(conv, formOf(datapath), x, y, tensorScale);
        const { plan } = 'refused' in run ? { plan: undefined } : run;
        const kind = plan ? `${plan.sums} ${plan.terms} lanes ${plan.lanes}${plan.fused ? ' fused' : ''}${plan.single ? ' single' : ''}${plan.lines > 0 ? ' lines' : ''}${plan.flush ? ' flush' : ''}` : 'refused';
        kernels.set(kind, (kernels.get(kind) ?? 0) + 1);
        if (plan && plan.folding !== 'none' && !('refused' in run)) {
          const all = plan.reasons.some((reason) => reason.includes('(about 100 %)'));
          const folding = `${plan.folding} ${run.description.form.window?.taps ?? 'any window'} ${all ? 'all pairs' : 'some pairs'}`;
          kernels.set(folding, (kernels.get(folding) ?? 0) + 1);
        }
        if ('refused' in run) return;
        expect(differences(resultOf(conv, datapath, run, x, y), expectedResult(conv, datapath, x, y))).toBe('');
      }),
      { numRuns: 1600 },
    );
    const reached = [...kernels.keys()].sort();
    expect(reached).toEqual(
      expect.arrayContaining([
        'checked binary64 lanes 1',
        'checked binary64 lanes 1 flush',
        'checked binary64 lanes 4',
        'checked binary64 lanes 4 flush',
        'exact binary64 lanes 1',
        'exact binary64 lanes 1 flush',
        'exact binary64 lanes 4',
        'exact binary64 lanes 4 flush',
        'exact exact lanes 1',
        'exact exact lanes 4',
        'exact exact lanes 4 fused',
        'exact exact lanes 4 fused lines',
        'exact exact lanes 4 fused single',
        'exact scaled lanes 4 fused',
        'direct any window all pairs',
        'direct any window some pairs',
        'direct backwards all pairs',
        'winograd backwards all pairs',
        'winograd backwards some pairs',
        'winograd forwards all pairs',
        'winograd forwards some pairs',
      ]),
    );
  });

  it('leaves a pass to the functional engine where the system has no memory for it', () => {
    const { conv, x, y, datapath } = wideLayer();
    expect(planConvolution(conv, datapath, x, y).engine).toBe('simd');
    const grow = vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Unable to grow instance memory');
    });
    const found = convolve(conv, datapath, x, y);
    expect(grow).toHaveBeenCalled();
    grow.mockRestore();
    expect(differences(found, expectedResult(conv, datapath, x, y))).toBe('');
    expect(differences(convolve(conv, datapath, x, y), found)).toBe('');
  });
});

/** A layer of more memory than the others. */
function wideLayer() {
  const contents: Contents = { element: elementFormat(2, 4), extreme: false, zeroPlanes: false, scaleBase: 0, scaleSpread: 6, Mg: 1, tensorScale: 1 };
  const x = filledTensor([4, 16, 1, 1], contents, 1);
  const y = filledTensor([1, 16, 400, 400], contents, 2);
  return { conv: convolution('forward', x.shape, y.shape, PLAIN_CONVOLUTION), x, y, datapath: mlsDatapath(mlsDefaults(x, y)) };
}
