/**
 * The two ResNets that the MLS paper's operation counts imply. The paper calls them ResNet18 and ResNet34; that these are their topologies is
 * inferred: with them, and not with the standard ones, every count of its Tab. 1 and the conv count of its Tab. 5 come out.
 */
import { network } from "./network.js";
import { BASIC_BLOCK } from "./residual.js";
import { imageNetResNet } from "./resnet.js";
const PAPER = 'Zhong, Ning et al., "Exploring the Potential of Low-bit Training of Convolutional Neural Networks", arXiv:2006.02804';
export const paperResnet18 = network({
    name: 'paper-resnet18',
    title: 'ResNet-18 as the MLS paper counts it: a 1x1 projection in every block (inferred)',
    source: `${PAPER}, Tab. 1`,
    inputSize: [224, 224],
    topology: (inputSize) => imageNetResNet('paper-resnet18', inputSize, [2, 2, 2, 2], BASIC_BLOCK, 'projection-everywhere'),
});
export const paperResnet34 = network({
    name: 'paper-resnet34',
    title: 'ResNet-34 as the MLS paper counts it: blocks 3,4,6,2 and a 1x1 projection in every block (inferred)',
    source: `${PAPER}, Tab. 5`,
    inputSize: [224, 224],
    topology: (inputSize) => imageNetResNet('paper-resnet34', inputSize, [3, 4, 6, 2], BASIC_BLOCK, 'projection-everywhere'),
});
//# sourceMappingURL=paper-resnet.js.map