import { type Call } from '../call.ts';
import { type LayerOutcome } from '../layer-rule.ts';
/** A convolution of one or two spatial axes. Along one axis it is two-dimensional with a height of 1. */
export declare function conv(call: Call): LayerOutcome;
/**
 * A transposed convolution whose kernel is as large as its stride, without padding: every output has one tap, so it is a 1x1 convolution
 * to co x kh x kw channels, which are then laid out in space. Anything else would overlap, and isn't a convolution of this geometry.
 */
export declare function convTranspose(call: Call): LayerOutcome;
