/** ResNet-20 for CIFAR-10. */
import { conv, fullyConnected, image, outputOf } from './build.ts';
import type { Network } from './network.ts';
import { basicStages, type Stage } from './residual.ts';

const STAGES: readonly Stage[] = [
  { name: 'layer1', channels: 16, blocks: 3, stride: 1 },
  { name: 'layer2', channels: 32, blocks: 3, stride: 2 },
  { name: 'layer3', channels: 64, blocks: 3, stride: 2 },
];

export const resnet20: Network = {
  name: 'resnet20',
  title: 'ResNet-20 for CIFAR-10, shortcuts without weights',
  source: 'He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", CVPR 2016, section 4.2',
  inputSize: [32, 32],
  layers: (inputSize) => {
    const first = conv('conv1', image(inputSize), 16, 3, { padding: 1 });
    const { layers, output } = basicStages(outputOf(first), STAGES, 'padding');
    return [first, ...layers, fullyConnected('fc', output.channels, 10)];
  },
};
