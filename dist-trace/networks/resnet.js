import { conv, fullyConnected, image, outputOf, pooled } from "./build.js";
import { network } from "./network.js";
import { BASIC_BLOCK, BOTTLENECK, residualStages } from "./residual.js";
import { topology } from "./topology.js";
const PAPER = 'He, Zhang, Ren, Sun, "Deep Residual Learning for Image Recognition", CVPR 2016';
const NORMALIZED = { normalized: true, bias: false };
/** @param blocks of each of the four stages */
export function imageNetResNet(name, inputSize, blocks, block, shortcut) {
    const stages = blocks.map((count, i) => ({ name: `layer${i + 1}`, channels: 64 * 2 ** i, blocks: count, stride: i === 0 ? 1 : 2 }));
    const first = conv('conv1', image(inputSize), 64, 7, { stride: 2, padding: 3 });
    const { layers, additions, output } = residualStages(pooled(outputOf(first), 3, { stride: 2, padding: 1 }), stages, block, shortcut);
    return topology(name, [first, ...layers, fullyConnected('fc', output.channels, 1000)], NORMALIZED, additions);
}
export const resnet18 = network({
    name: 'resnet18',
    title: 'ResNet-18 for ImageNet, 1x1 projections where a block changes the shape',
    source: `${PAPER}, Tab. 1`,
    inputSize: [224, 224],
    topology: (inputSize) => imageNetResNet('resnet18', inputSize, [2, 2, 2, 2], BASIC_BLOCK, 'projection'),
});
export const resnet34 = network({
    name: 'resnet34',
    title: 'ResNet-34 for ImageNet, 1x1 projections where a block changes the shape',
    source: `${PAPER}, Tab. 1`,
    inputSize: [224, 224],
    topology: (inputSize) => imageNetResNet('resnet34', inputSize, [3, 4, 6, 3], BASIC_BLOCK, 'projection'),
});
export const resnet50 = network({
    name: 'resnet50',
    title: 'ResNet-50 for ImageNet, the stride in the 3x3 convolution of a block',
    source: `${PAPER}, Tab. 1; the stride as in torchvision, where the paper has it in the 1x1 convolution before`,
    inputSize: [224, 224],
    topology: (inputSize) => imageNetResNet('resnet50', inputSize, [3, 4, 6, 3], BOTTLENECK, 'projection'),
});
const CIFAR_STAGES = [
    { name: 'layer1', channels: 16, blocks: 3, stride: 1 },
    { name: 'layer2', channels: 32, blocks: 3, stride: 2 },
    { name: 'layer3', channels: 64, blocks: 3, stride: 2 },
];
export const resnet20 = network({
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
//# sourceMappingURL=resnet.js.map