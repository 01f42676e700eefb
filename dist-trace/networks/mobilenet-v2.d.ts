import { type Network } from './network.ts';
export declare const mobilenetV2: Network;
