/** The engines that the fast one is held to. */
import { finish } from '../../../src/bits/steps.ts';
import type { Datapath, IntegerForm } from '../../../src/sim/datapath.ts';
import { runFast } from '../../../src/sim/fast/engine.ts';
import type { FastRun } from '../../../src/sim/fast/fast-run.ts';
import { planFunctional, runFunctional } from '../../../src/sim/functional-engine.ts';
import type { Convolution } from '../../../src/sim/convolution.ts';
import type { Operand } from '../../../src/sim/operand.ts';
import { runReference } from '../../../src/sim/reference-engine.ts';
import type { ConvolutionResult } from '../../../src/sim/result.ts';

export function formOf<Product, Sum>(datapath: Datapath<Product, Sum>): IntegerForm {
  if (!datapath.integerForm) throw new Error('the datapath has no integer form');
  return datapath.integerForm;
}

/** The pass on typed arrays, or where these are not exact on the units. */
export function expectedResult<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, x: Operand, y: Operand): ConvolutionResult {
  const form = formOf(datapath);
  const kernel = planFunctional(conv, form, x, y);
  return finish(kernel ? runFunctional(conv, form, kernel, x, y, datapath.tensorScaleMultiplications) : runReference(conv, datapath, x, y));
}

/** The result of a run on this thread. */
export function resultOf<Product, Sum>(conv: Convolution, datapath: Datapath<Product, Sum>, run: FastRun, x: Operand, y: Operand): ConvolutionResult {
  const result = finish(runFast(conv, formOf(datapath), run, x, y, datapath.tensorScaleMultiplications));
  if (!result) throw new Error('no memory for the run');
  return result;
}

/** What of two results differs, in words; empty where nothing does. A list of all bits would be slow to compare. */
export function differences(found: ConvolutionResult, expected: ConvolutionResult): string {
  const at = expected.bits.findIndex((bits, i) => bits !== found.bits[i]);
  const parts = [
    found.bits.length === expected.bits.length ? '' : `${found.bits.length} outputs, not ${expected.bits.length}`,
    at < 0 ? '' : `output ${at}: ${found.bits[at].toString(16)}, not ${expected.bits[at].toString(16)}`,
    ...(['shape', 'counts', 'overflow'] as const).map((key) => {
      const [a, b] = [JSON.stringify(found[key]), JSON.stringify(expected[key])];
      return a === b ? '' : `${key} ${a}, not ${b}`;
    }),
  ];
  return parts.filter((part) => part !== '').join('; ');
}
