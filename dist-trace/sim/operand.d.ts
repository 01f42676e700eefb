/** What the simulator needs of a quantized tensor, whatever its format: codes to multiply and a scale for each plane. */
import type { Shape4 } from '../bits/shape.ts';
/** An operand of a convolution. A plane is the 2-d slice of one (first, second) index pair; planes are numbered row-major. */
export interface Operand {
    readonly shape: Shape4;
    /** Element codes, row-major. Code 0 is a zero: it stands in the padding. */
    readonly codes: Uint16Array;
    /** Group scale codes, one for each plane. */
    readonly scales: Uint16Array;
    /** A positive finite binary32 number. */
    readonly tensorScale: number;
}
