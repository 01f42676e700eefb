/**
 * The two ResNets that the MLS paper's operation counts imply. The paper calls them ResNet18 and ResNet34; that these are their topologies is
 * inferred: with them, and not with the standard ones, every count of its Tab. 1 and the conv count of its Tab. 5 come out.
 */
import { type Network } from './network.ts';
export declare const paperResnet18: Network;
export declare const paperResnet34: Network;
