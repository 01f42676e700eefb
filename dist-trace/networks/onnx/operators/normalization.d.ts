import { type Rule } from '../call.ts';
/** Y, and in training mode statistics of each channel. */
export declare const batchNormalization: Rule;
/** Y, and mean and inverse deviation over the axes from `axis` on. */
export declare const layerNormalization: Rule;
/** Of the zero point's type. */
export declare const quantizeLinear: Rule;
/** Of the scale's type. */
export declare const dequantizeLinear: Rule;
/** Y, its scale and its zero point. */
export declare const dynamicQuantizeLinear: Rule;
