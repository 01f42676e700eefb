import { type Network } from './network.ts';
export declare const alexnet: Network;
