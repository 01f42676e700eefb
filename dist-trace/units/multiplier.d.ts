/**
 * The low-bit multiplier (MUL of the paper's Fig. 1b; Appendix B for its width): two element codes to a signed integer product.
 *
 * The value of the product is the integer x 2^(lsb_x + lsb_y). The formats of the operands may differ.
 */
import { type ElementFormat } from '../formats/element.ts';
/** Width of the signed product: both magnitudes' bits (2M + 2^(E+1) - 2 when the formats are the same) and a sign bit. */
export declare function productBits(x: ElementFormat, y: ElementFormat): number;
/**
 * The exact product of two elements as a signed integer of `productBits(xFormat, yFormat)` bits.
 * @param x, y codes below 2^codeBits of their formats
 */
export declare function multiply(xFormat: ElementFormat, x: number, yFormat: ElementFormat, y: number): bigint;
