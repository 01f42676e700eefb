/** ResNet-18. */
import { conv, fullyConnected, image, outputOf, pooled } from './build.ts';
import type { Network } from './network.ts';
import { basicStages, type Stage } from './residual.ts';

const STAGES: readonly Stage[] = [
  { name: 'layer1', channels: 64, blocks: 2, stride: 1 },
  { name: 'layer2', channels: 128, blocks: 2, stride: 2 },
  { name: 'layer3', channels: 256, blocks: 2, stride: 2 },
  { name: 'layer4', channels: 512, blocks: 2, stride: 2 },
];

export const resnet18: Network = {
  name: 'resnet18',
  title: 'ResNet-18 for ImageNet, 1x1 projections where a block changes the shape',
  source: 'He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", CVPR 2016, Tab. 1',
  inputSize: [224, 224],
  layers: (inputSize) => {
    const first = conv('conv1', image(inputSize), 64, 7, { stride: 2, padding: 3 });
    const { layers, output } = basicStages(pooled(outputOf(first), 3, { stride: 2, padding: 1 }), STAGES, 'projection');
    return [first, ...layers, fullyConnected('fc', output.channels, 1000)];
  },
};
