import type { Pair } from '../sim/convolution.ts';
import { type NetworkLayer } from './layer.ts';
/** What flows between two layers. */
export interface FeatureMap {
    readonly channels: number;
    readonly size: Pair;
}
interface Geometry {
    readonly stride?: number;
    readonly padding?: number;
    readonly groups?: number;
}
/** A convolution with a square kernel. */
export declare function conv(name: string, from: FeatureMap, co: number, kernel: number, { stride, padding, groups }?: Geometry): NetworkLayer;
/** A fully connected layer. */
export declare function fullyConnected(name: string, inputs: number, outputs: number): NetworkLayer;
/** What a layer gives. @throws InputError where its kernel doesn't fit */
export declare function outputOf(layer: NetworkLayer): FeatureMap;
interface Pooling {
    readonly stride?: number;
    readonly padding?: number;
    /** Whether a window that starts inside the input and ends outside still gives an output (ceil mode). */
    readonly overhang?: boolean;
}
/** A feature map after pooling, whose window moves as a depthwise kernel does. */
export declare function pooled(from: FeatureMap, window: number, { stride, padding, overhang }: Pooling): FeatureMap;
/** Layers one after another, each built from what the one before gives. */
export declare function chain(from: FeatureMap, ...builders: readonly ((from: FeatureMap) => NetworkLayer)[]): readonly NetworkLayer[];
/** How many numbers a feature map of one image has. */
export declare function elements({ channels, size }: FeatureMap): number;
/** A colour image. */
export declare function image(size: Pair): FeatureMap;
export {};
