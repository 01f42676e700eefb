import { type Network } from './network.ts';
export declare const vgg16: Network;
export declare const vgg16Bn: Network;
