/** Quantization of a batch of activations, a small map and the largest weights of ResNet-18. */
import { elementCount, type Shape4 } from '../src/bits/shape.ts';
import type { quantize } from '../src/formats/quantize.ts';
import { WrongAnswer, type Benchmark } from './benchmark.ts';
import { fastQuantize as builtFastQuantize } from './engines.ts';
import { library } from './library.ts';
import { timed } from './measure.ts';
import { QUANTIZATION, randomValues, SPREAD } from './operands.ts';

export const QUANTIZED_SHAPES: readonly Shape4[] = [
  [16, 64, 56, 56],
  [1, 512, 7, 7],
  [512, 512, 3, 3],
];
export const QUANTIZED_ROUNDINGS = ['nearest', 'stochastic'] as const;
const SLOW_ROUNDS = 3;

export function quantizationCase(shape: Shape4, rounding: string): string {
  return `[${shape.join(',')}] ${rounding}`;
}

export function quantizationBenchmarks(): readonly Benchmark[] {
  return QUANTIZED_SHAPES.flatMap((shape) => {
    let data: Float32Array | undefined;
    const values = (): Float32Array => (data ??= randomValues(shape, 3, SPREAD.activations));
    return QUANTIZED_ROUNDINGS.flatMap((rounding) => {
      const options = { ...QUANTIZATION, rounding };
      const common = { bench: 'quantize', case: quantizationCase(shape, rounding), threads: 1, unit: 'melems', work: elementCount(shape) } as const;
      const reference: Benchmark = {
        ...common,
        engine: 'reference',
        slowRounds: SLOW_ROUNDS,
        prepare: () => void library.quantize('values', values(), shape, options),
        run: timed(() => library.quantize('values', values(), shape, options)),
      };
      const fastQuantize = builtFastQuantize;
      if (fastQuantize === undefined) return [reference];
      const fast: Benchmark = {
        ...common,
        engine: 'fast',
        prepare: () => {
          requireSame(common.case, library.quantize('values', values(), shape, options), fastQuantize('values', values(), shape, options));
        },
        run: timed(() => fastQuantize('values', values(), shape, options)),
      };
      return [fast, reference];
    });
  });
}

type Quantized = ReturnType<typeof quantize>;

function requireSame(what: string, expected: Quantized, found: Quantized): void {
  const isSame = (['codes', 'scales'] as const).every((key) => Buffer.from(expected[key].buffer).equals(Buffer.from(found[key].buffer, found[key].byteOffset, found[key].byteLength)));
  if (!isSame || expected.tensorScale !== found.tensorScale) throw new WrongAnswer(`${what}: fastQuantize and quantize differ; nothing is measured`);
}
