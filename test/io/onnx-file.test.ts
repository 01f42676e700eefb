import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOnnxFile } from '../../src/io/onnx-file.ts';
import { onnxOperand } from '../../src/io/onnx-operand.ts';
import { parseOnnx, weightOf } from '../../src/networks/onnx/onnx.ts';
import { model, tensor, valueInfo } from '../networks/onnx/encoder.ts';
import { temporaryFolder } from './support.ts';

const root = temporaryFolder();
const folder = join(root, 'models');
mkdirSync(join(folder, 'sub', 'deep'), { recursive: true });
const values = Float32Array.from([1, -2, 3, 4]);
const bytes = new Uint8Array(values.buffer);
writeFileSync(join(root, 'secret.bin'), bytes);
writeFileSync(join(folder, 'w.bin'), bytes);
writeFileSync(join(folder, 'sub', 'deep', 'w.bin'), bytes);
writeFileSync(join(folder, '..w.bin'), bytes);
symlinkSync('w.bin', join(folder, 'inside.bin'));
symlinkSync(join(root, 'secret.bin'), join(folder, 'outside.bin'));
symlinkSync(root, join(folder, 'up'));
symlinkSync('sub/deep', join(folder, 'down'));
symlinkSync('loop', join(folder, 'loop'));

/** The weights of a model in the folder, whose data is said to be there. */
async function weights(external: Readonly<Record<string, string>>): Promise<readonly number[]> {
  const path = join(folder, 'm.onnx');
  writeFileSync(path, model({ nodes: [{ op: 'Conv', name: 'c', inputs: ['x', 'w'], outputs: ['y'] }], inputs: [valueInfo('x', [1, 1, 1, 2])], outputs: ['y'], initializers: [tensor({ name: 'w', dims: [1, 1, 1, 2], external })] }));
  const file = readOnnxFile(path);
  return [...weightOf(await parseOnnx(file.subject, file.bytes, file.readExternal), 'c').data];
}

describe('external data', () => {
  it.each([
    [{ location: 'w.bin' }, [1, -2]],
    [{ location: './w.bin', offset: '4', length: '8' }, [-2, 3]],
    [{ location: 'w.bin', offset: '8' }, [3, 4]],
    [{ location: 'sub/deep/w.bin', offset: '8' }, [3, 4]],
    [{ location: 'down/w.bin' }, [1, -2]],
    [{ location: 'inside.bin' }, [1, -2]],
    [{ location: '..w.bin' }, [1, -2]],
  ])('%j is found', async (external, expected) => {
    expect(await weights(external)).toEqual(expected);
  });

  const leads = "expected a file below the model's folder, found a path that can lead out of it";
  const link = "expected a file below the model's folder, found a link that leads out of it";
  it.each([
    ['../secret.bin', leads],
    ['sub/../../secret.bin', leads],
    ['sub/../w.bin', leads],
    ['..', leads],
    [join(root, 'secret.bin'), leads],
    ['/etc/passwd', leads],
    ['..\\secret.bin', leads],
    ['C:w.bin', leads],
    ['w.bin\0', leads],
    ['outside.bin', link],
    ['up/secret.bin', link],
    ['up/models/../secret.bin', leads],
    ['.', link],
    ['sub', 'expected a regular file, found a directory'],
    ['none.bin', 'cannot read: no such file or directory (ENOENT)'],
    ['loop', 'cannot read: too many symbolic links encountered (ELOOP)'],
    ['w.bin/w.bin', 'cannot read: not a directory (ENOTDIR)'],
  ])('%j is refused', async (location, message) => {
    await expect(weights({ location })).rejects.toThrow(message);
  });

  it.each([
    [{ offset: '9' }, 'external data "w.bin": expected 8 bytes from 9 on, found a file of 16'],
    [{ offset: '9007199254740991' }, 'external data "w.bin": expected 8 bytes from 9007199254740991 on, found a file of 16'],
  ])('%j beyond the file is refused', async (part, message) => {
    await expect(weights({ location: 'w.bin', ...part })).rejects.toThrow(message);
  });

  it('is beside the model, through a link to the folder too, and not where the program runs', async () => {
    symlinkSync(folder, join(root, 'linked'));
    await weights({ location: 'w.bin' });
    const file = readOnnxFile(join(root, 'linked', 'm.onnx'));
    expect(file.readExternal('w.bin', 0, 4)).toEqual(bytes.subarray(0, 4));
    expect(() => readOnnxFile(join(folder, 'm.onnx')).readExternal('package.json', 0, 1)).toThrow('no such file');
  });
});

describe('the file', () => {
  it('is named in errors, on one line', () => {
    expect(() => readOnnxFile(join(root, 'no\nmodel.onnx'))).toThrow(/no\?model\.onnx: cannot read: no such file or directory \(ENOENT\)$/);
    expect(() => readOnnxFile(folder)).toThrow('expected a regular file, found a directory');
  });
});

describe('an operand of the command line', () => {
  it.each([
    ['model.onnx:conv1', { path: 'model.onnx', node: 'conv1' }],
    ['a/b.onnx:/layer1/Conv:0', { path: 'a/b.onnx', node: '/layer1/Conv:0' }],
    ['C:\\m.ONNX:n', { path: 'C:\\m.ONNX', node: 'n' }],
    ['a.onnx:b.onnx:c', { path: 'a.onnx', node: 'b.onnx:c' }],
    ['model.onnx', undefined],
    ['model.onnx:', undefined],
    ['w.npy', undefined],
  ])('%s', (text, expected) => {
    expect(onnxOperand(text)).toEqual(expected);
  });
});
