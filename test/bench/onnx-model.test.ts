import { expect, it } from 'vitest';
import { convolutionModel } from '../../bench/onnx-model.ts';
import { onnxTopology, parseOnnx, weightOf } from '../../src/networks/onnx/onnx.ts';

it('a convolution as an ONNX file is read back as the layer that it was', async () => {
  const weights = Float32Array.from({ length: 6 * 2 * 3 * 5 }, (_, i) => i / 8);
  const options = { stride: [2, 1], padding: [1, 2], dilation: [1, 2], groups: 2 } as const;
  const bytes = convolutionModel(weights, [6, 2, 3, 5], [1, 4, 20, 30], [1, 6, 10, 26], options);
  const model = await parseOnnx('layer.onnx', bytes);
  const { topology } = onnxTopology(model);
  expect(topology.layers).toMatchObject([{ ci: 4, co: 6, kernel: [3, 5], input: [20, 30], ...options }]);
  expect(weightOf(model, 'Z')).toEqual({ shape: [6, 2, 3, 5], data: weights });
});

it('has its weights as an input where there are none to keep', async () => {
  const options = { stride: [1, 1], padding: [1, 1], dilation: [1, 1], groups: 1 } as const;
  const model = await parseOnnx('layer.onnx', convolutionModel(undefined, [6, 2, 3, 3], [1, 2, 20, 30], [1, 6, 20, 30], options));
  expect(model.inputs.map(({ name, dims }) => ({ name, dims }))).toEqual([{ name: 'A', dims: [1, 2, 20, 30] }, { name: 'W', dims: [6, 2, 3, 3] }]);
  expect(model.initializers.size).toBe(0);
});
