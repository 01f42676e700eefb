import { conv, fullyConnected, image, outputOf, pooled } from "./build.js";
import { network } from "./network.js";
import { topology } from "./topology.js";
/** Output channels of the convolutions of each stage; a 2x2 pooling follows each stage. */
const STAGES = [
    [64, 64],
    [128, 128],
    [256, 256, 256],
    [512, 512, 512],
    [512, 512, 512],
];
/** The classifier's input is 7x7 at 224x224, and is averaged to it at other sizes. */
const CLASSIFIER_INPUTS = 512 * 7 * 7;
const PAPER = 'Simonyan, Zisserman, "Very Deep Convolutional Networks for Large-Scale Image Recognition", ICLR 2015, Tab. 1';
export const vgg16 = network({
    name: 'vgg16',
    title: 'VGG-16 (configuration D) for ImageNet',
    source: PAPER,
    inputSize: [224, 224],
    topology: (inputSize) => topology('vgg16', vggLayers(inputSize), { normalized: false, bias: true }),
});
export const vgg16Bn = network({
    name: 'vgg16-bn',
    title: 'VGG-16 (configuration D) for ImageNet with batch normalization after every convolution',
    source: `${PAPER}; batch normalization as torchvision adds it, beside the biases`,
    inputSize: [224, 224],
    topology: (inputSize) => topology('vgg16-bn', vggLayers(inputSize), { normalized: true, bias: true }),
});
function vggLayers(inputSize) {
    const layers = [];
    let map = image(inputSize);
    STAGES.forEach((stage, s) => {
        stage.forEach((channels, i) => {
            const layer = conv(`conv${s + 1}_${i + 1}`, map, channels, 3, { padding: 1 });
            layers.push(layer);
            map = outputOf(layer);
        });
        map = pooled(map, 2, { stride: 2 });
    });
    return [...layers, fullyConnected('fc6', CLASSIFIER_INPUTS, 4096), fullyConnected('fc7', 4096, 4096), fullyConnected('fc8', 4096, 1000)];
}
//# sourceMappingURL=vgg16.js.map