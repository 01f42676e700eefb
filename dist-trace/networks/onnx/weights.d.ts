import { type Shape4 } from '../../bits/shape.ts';
import type { OnnxModel } from './model.ts';
export interface LayerWeights {
    /** [co, ci of a channel group, kh, kw]; [out, in, 1, 1] of a fully connected layer. */
    readonly shape: Shape4;
    /** Row-major. */
    readonly data: Float32Array;
}
/**
 * The weights of the convolution or fully connected layer that `nodeName` names: the node's name, or that of its output where it has none.
 * @throws InputError for another node, weights that the file doesn't hold, or a value that isn't exact in binary32
 */
export declare function weightOf(model: OnnxModel, nodeName: string): LayerWeights;
