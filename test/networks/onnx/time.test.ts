import { performance } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { onnxTopology, parseOnnx } from '../../../src/networks/onnx/onnx.ts';
import { floatTensor, model, tensor, valueInfo, type NodeSpec } from './encoder.ts';

describe('a model of 500 nodes', () => {
  it('is read and counted; how long it took is said, not judged', async ({ annotate }) => {
    const nodes: NodeSpec[] = [{ op: 'Conv', name: 'stem', inputs: ['x', 'stem.w'], outputs: ['r0'] }];
    const initializers: Uint8Array[] = [floatTensor('stem.w', [64, 3, 1, 1])];
    // Residual blocks of two convolutions with batch normalization: seven nodes each.
    for (let i = 0; i < 71; i++) {
      for (const part of ['a', 'b']) {
        initializers.push(floatTensor(`${part}${i}.w`, [64, 64, 3, 3]), ...['scale', 'shift', 'mean', 'var'].map((name) => tensor({ name: `${part}${i}.${name}`, dims: [64], floats: new Array<number>(64).fill(1) })));
        nodes.push({ op: 'Conv', inputs: [part === 'a' ? `r${i}` : `ra${i}`, `${part}${i}.w`], outputs: [`c${part}${i}`], attributes: { pads: [1, 1, 1, 1] } });
        nodes.push({ op: 'BatchNormalization', inputs: [`c${part}${i}`, ...['scale', 'shift', 'mean', 'var'].map((name) => `${part}${i}.${name}`)], outputs: [`n${part}${i}`] });
        if (part === 'a') nodes.push({ op: 'Relu', inputs: [`na${i}`], outputs: [`ra${i}`] });
      }
      nodes.push({ op: 'Add', inputs: [`nb${i}`, `r${i}`], outputs: [`s${i}`] }, { op: 'Relu', inputs: [`s${i}`], outputs: [`r${i + 1}`] });
    }
    nodes.push({ op: 'GlobalAveragePool', inputs: ['r71'], outputs: ['y'] });
    const bytes = model({ nodes, initializers, inputs: [valueInfo('x', ['n', 3, 'h', 'w'])], outputs: ['y'] });
    const start = performance.now();
    const { topology } = onnxTopology(await parseOnnx('m.onnx', bytes), { inputSize: [224, 224] });
    await annotate(`${nodes.length} nodes, ${(bytes.length / 1e6).toFixed(1)} MB: ${(performance.now() - start).toFixed(0)} ms`);
    expect([nodes.length, topology.layers.length, topology.additions.length]).toEqual([499, 143, 71]);
  });
});
