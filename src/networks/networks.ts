/** The networks that are built in. */
import { alexnet } from './alexnet.ts';
import { mobilenetV2 } from './mobilenet-v2.ts';
import type { Network } from './network.ts';
import { resnet18 } from './resnet18.ts';
import { resnet20 } from './resnet20.ts';
import { vgg16 } from './vgg16.ts';

export const NETWORKS: readonly Network[] = [resnet18, resnet20, vgg16, mobilenetV2, alexnet];
