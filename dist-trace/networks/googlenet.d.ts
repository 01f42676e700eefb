/**
 * GoogLeNet (Inception v1) with batch normalization and without auxiliary classifiers.
 *
 * The wide branch has 5x5 convolutions, as in the GoogLeNet paper's Tab. 1 and in the MLS paper's counts. torchvision has 3x3 ones there, a
 * known bug that its weights were trained with (pytorch/vision, issue 906). `googlenetTopology` builds both.
 */
import type { Pair } from '../sim/convolution.ts';
import { type Network } from './network.ts';
import { type Topology } from './topology.ts';
export declare const googlenet: Network;
/** @param wide kernel of the wide branch: 5 in the paper, 3 in torchvision */
export declare function googlenetTopology(inputSize: Pair, wide: 3 | 5): Topology;
