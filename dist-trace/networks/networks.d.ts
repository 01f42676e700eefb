import type { Network } from './network.ts';
export declare const NETWORKS: readonly Network[];
/** @throws InputError that lists the names */
export declare function networkNamed(name: string): Network;
