/** Arbitrary layers: a pass with operands that fit it, for an implementation of the whole datapath. */
import fc from 'fast-check';
import type { MlsTensor } from '../formats/mls-tensor.ts';
import { type ConvolutionOptions, type Pass } from '../sim/convolution.ts';
import { type MlsParameters } from '../sim/mls-datapath.ts';
import type { ConvolutionResult } from '../sim/result.ts';
import { type FormatLimits } from './formats.ts';
/** A pass, its geometry and its operands, as `convolution` and `mlsim conv` take them. */
export interface Layer {
    readonly pass: Pass;
    readonly options: ConvolutionOptions;
    readonly x: MlsTensor;
    readonly y: MlsTensor;
}
/** What layers to make. */
export interface LayerLimits {
    /** The largest formats of elements. */
    readonly formats?: FormatLimits;
    /** The most channels in a channel group, and images. Default 3. */
    readonly channels?: number;
    /** The largest kernel and output, in rows and columns. Default 3. */
    readonly size?: number;
    /** The passes. Default all. */
    readonly passes?: readonly Pass[];
}
/** An implementation of a pass: from the operands to the binary32 pattern of each output, row-major. */
export type LayerImplementation = (layer: Layer) => ArrayLike<number> | Promise<ArrayLike<number>>;
/** Small layers with extreme codes, shrinking to one product. */
export declare function layers({ formats, channels, size, passes }?: LayerLimits): fc.Arbitrary<Layer>;
/** The unit's parameters besides the formats. */
export type UnitParameters = Partial<Omit<MlsParameters, 'x' | 'y'>>;
/** What the simulator gives for a layer. @throws InputError for a parameter out of range */
export declare function simulated({ pass, options, x, y }: Layer, parameters?: UnitParameters): ConvolutionResult;
/** Every output has the bits of the simulator; any NaN will do for a NaN. */
export declare function matchesSimulator(parameters: UnitParameters, implementation: LayerImplementation, limits?: LayerLimits): fc.IAsyncProperty<[Layer]>;
