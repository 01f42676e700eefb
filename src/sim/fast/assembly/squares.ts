/** Squares of 2x2 outputs as columns: what their panels and tiles look like. */
import { TILE } from './sums';

/** Words of a column: its 4x4 positions. */
export const POSITIONS = 16;
/** Bytes from a position of a panel to the next: 60 columns and room for the last vector. A constant, so that loads have their distance in the instruction. */
export const PITCH: usize = 256;
/** Bytes of a tile: 4 rows of 4 squares. Its rows come in twos, as accumulators of two rows stay in registers. */
export const SQUARE_TILE: usize = 2 * TILE;
