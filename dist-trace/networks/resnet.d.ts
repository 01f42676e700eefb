/** ResNet for ImageNet, and for CIFAR-10. */
import type { Pair } from '../sim/convolution.ts';
import { type Network } from './network.ts';
import { type Block, type Shortcut } from './residual.ts';
import { type Topology } from './topology.ts';
/** @param blocks of each of the four stages */
export declare function imageNetResNet(name: string, inputSize: Pair, blocks: readonly [number, number, number, number], block: Block, shortcut: Shortcut): Topology;
export declare const resnet18: Network;
export declare const resnet34: Network;
export declare const resnet50: Network;
export declare const resnet20: Network;
