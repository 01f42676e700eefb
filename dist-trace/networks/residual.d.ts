/** Stages of residual blocks (He et al., 2016): convolutions beside a shortcut, and an addition where they meet. */
import { type FeatureMap } from './build.ts';
import type { NetworkLayer } from './layer.ts';
import type { ResidualAddition } from './topology.ts';
/** A run of blocks of one width. The first block has the stride. */
export interface Stage {
    readonly name: string;
    /** Of the 3x3 convolutions. */
    readonly channels: number;
    readonly blocks: number;
    readonly stride: number;
}
/** The convolutions beside the shortcut. */
export interface Block {
    /** Output channels for each channel of the 3x3 convolutions. */
    readonly expansion: number;
    convolutions(name: string, from: FeatureMap, channels: number, stride: number): readonly NetworkLayer[];
}
/** Two 3x3 convolutions (Fig. 5, left). */
export declare const BASIC_BLOCK: Block;
/** A 3x3 convolution between two 1x1 ones (Fig. 5, right). The 3x3 one has the stride, as in torchvision; in the paper it is the first. */
export declare const BOTTLENECK: Block;
/**
 * `projection` is a 1x1 convolution where a block changes the shape (option B of the paper), `padding` has no weights (option A),
 * `projection-everywhere` is a 1x1 convolution in every block (option C).
 */
export type Shortcut = 'projection' | 'padding' | 'projection-everywhere';
export interface Stages {
    readonly layers: readonly NetworkLayer[];
    readonly additions: readonly ResidualAddition[];
    readonly output: FeatureMap;
}
/** The stages, one after another. */
export declare function residualStages(from: FeatureMap, stages: readonly Stage[], block: Block, shortcut: Shortcut): Stages;
