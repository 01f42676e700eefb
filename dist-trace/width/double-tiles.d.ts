import type { Convolution } from '../sim/convolution.ts';
import type { IntegerForm } from '../sim/datapath.ts';
import type { Operand } from '../sim/operand.ts';
import type { Tile } from './tile.ts';
/**
 * The outputs of a pass, tile by tile.
 * @param form with sums that `planFunctional` calls exact at 64 bits
 */
export declare function doubleTiles(conv: Convolution, form: IntegerForm, x: Operand, y: Operand): Generator<Tile>;
