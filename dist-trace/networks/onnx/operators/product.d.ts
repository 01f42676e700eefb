import { type Call } from '../call.ts';
import { type LayerOutcome } from '../layer-rule.ts';
/** Y = alpha A B + beta C, A and B transposed on demand. */
export declare function gemm(call: Call): LayerOutcome;
/** Matrices in the last two axes, broadcast along those before. A vector is a matrix of one row, or of one column as the second operand. */
export declare function matMul(call: Call): LayerOutcome;
