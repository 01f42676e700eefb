/** ResNet for ImageNet, and for CIFAR-10. */
import type { Pair } from '../sim/convolution.ts';
import { conv, fullyConnected, image, outputOf, pooled } from './build.ts';
import { network, type Network } from './network.ts';
import { BASIC_BLOCK, BOTTLENECK, residualStages, type Block, type Shortcut, type Stage } from './residual.ts';
import { topology, type Topology } from './topology.ts';

const PAPER = 'He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", CVPR 2016';
const NORMALIZED = { normalized: true, bias: false };

/** @param blocks of each of the four stages */
export function imageNetResNet(name: string, inputSize: Pair, blocks: readonly [number, number, number, number], block: Block, shortcut: Shortcut): Topology {
  const stages = blocks.map((count, i): Stage => ({ name: `layer${i + 1}`, channels: 64 * 2 ** i, blocks: count, stride: i === 0 ? 1 : 2 }));
  const first = conv('conv1', image(inputSize), 64, 7, { stride: 2, padding: 3 });
  const { layers, additions, output } = residualStages(pooled(outputOf(first), 3, { stride: 2, padding: 1 }), stages, block, shortcut);
  return topology(name, [first, ...layers, fullyConnected('fc', output.channels, 1000)], NORMALIZED, additions);
}

export const resnet18: Network = network({
  name: 'resnet18',
  title: 'ResNet-18 for ImageNet, 1x1 projections where a block changes the shape',
  source: `${PAPER}, Tab. 1`,
  inputSize: [224, 224],
  topology: (inputSize) => imageNetResNet('resnet18', inputSize, [2, 2, 2, 2], BASIC_BLOCK, 'projection'),
});

export const resnet34: Network = network({
  name: 'resnet34',
  title: 'ResNet-34 for ImageNet, 1x1 projections where a block changes the shape',
  source: `${PAPER}, Tab. 1`,
  inputSize: [224, 224],
  topology: (inputSize) => imageNetResNet('resnet34', inputSize, [3, 4, 6, 3], BASIC_BLOCK, 'projection'),
});

export const resnet50: Network = network({
  name: 'resnet50',
  title: 'ResNet-50 for ImageNet, the stride in the 3x3 convolution of a block',
  source: `${PAPER}, Tab. 1; the stride as in torchvision, where the paper has it in the 1x1 convolution before`,
  inputSize: [224, 224],
  topology: (inputSize) => imageNetResNet('resnet50', inputSize, [3, 4, 6, 3], BOTTLENECK, 'projection'),
});

const CIFAR_STAGES: readonly Stage[] = [
  { name: 'layer1', channels: 16, blocks: 3, stride: 1 },
  { name: 'layer2', channels: 32, blocks: 3, stride: 2 },
  { name: 'layer3', channels: 64, blocks: 3, stride: 2 },
];

export const resnet20: Network = network({
  name: 'resnet20',
  title: 'ResNet-20 for CIFAR-10, shortcuts without weights',
  source: `${PAPER}, section 4.2`,
  inputSize: [32, 32],
  topology: (inputSize) => {
    const first = conv('conv1', image(inputSize), 16, 3, { padding: 1 });
    const { layers, additions, output } = residualStages(outputOf(first), CIFAR_STAGES, BASIC_BLOCK, 'padding');
    return topology('resnet20', [first, ...layers, fullyConnected('fc', output.channels, 10)], NORMALIZED, additions);
  },
});
