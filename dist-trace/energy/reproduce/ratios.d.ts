import type { Arithmetic } from '../arithmetic.ts';
import { type ComparedCell, type Rational } from './cell.ts';
export declare function equation9(): readonly ComparedCell[];
/** The networks of the paper's estimate, with the topologies that its counts imply. */
export declare const RANGE_NETWORKS: readonly ["paper-resnet18", "paper-resnet34", "vgg16-bn", "googlenet"];
/** A network's ratio to MLS. */
export interface NetworkRatio {
    readonly network: string;
    readonly exact: Rational;
}
/** The networks' ratios, lowest first. */
export declare function networkRatios(arithmetic: Arithmetic): readonly NetworkRatio[];
export declare function ranges(): readonly ComparedCell[];
