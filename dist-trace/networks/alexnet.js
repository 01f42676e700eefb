/** AlexNet, in the form with one column. */
import { chain, conv, fullyConnected, image, outputOf, pooled } from "./build.js";
import { network } from "./network.js";
import { topology } from "./topology.js";
/** The classifier's input is 6x6 at 224x224, and is averaged to it at other sizes. */
const CLASSIFIER_INPUTS = 256 * 6 * 6;
const POOLING = { stride: 2 };
export const alexnet = network({
    name: 'alexnet',
    title: 'AlexNet for ImageNet, one column',
    source: 'Krizhevsky, "One weird trick for parallelizing convolutional neural networks", arXiv:1404.5997, as torchvision builds it',
    inputSize: [224, 224],
    topology: (inputSize) => {
        const convolutions = chain(image(inputSize), (m) => conv('conv1', m, 64, 11, { stride: 4, padding: 2 }), (m) => conv('conv2', pooled(m, 3, POOLING), 192, 5, { padding: 2 }), (m) => conv('conv3', pooled(m, 3, POOLING), 384, 3, { padding: 1 }), (m) => conv('conv4', m, 256, 3, { padding: 1 }), (m) => conv('conv5', m, 256, 3, { padding: 1 }));
        // Only to refuse an input that leaves nothing to classify.
        pooled(outputOf(convolutions[4]), 3, POOLING);
        const classifier = [fullyConnected('fc6', CLASSIFIER_INPUTS, 4096), fullyConnected('fc7', 4096, 4096), fullyConnected('fc8', 4096, 1000)];
        return topology('alexnet', [...convolutions, ...classifier], { normalized: false, bias: true });
    },
});
//# sourceMappingURL=alexnet.js.map