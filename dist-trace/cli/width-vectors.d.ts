import type { VectorSource } from '../golden/vector-source.ts';
import type { Counterexample } from '../width/counterexample.ts';
import type { WidthFormats } from '../width/layer-widths.ts';
/** The steps of the group in order, in an accumulator that wraps; the last one overflows. */
export declare function accumulatorVectors({ width, products }: Counterexample, { x, y }: WidthFormats): VectorSource;
