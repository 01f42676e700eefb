/** Squares of 2x2 outputs as columns: what their panels and tiles look like. */

/** Words of a column: its 4x4 positions. */
export const POSITIONS = 16;
/** Bytes from a position of a panel to the next: 56 columns and room for the last vector. A constant, so that loads have their distance in the instruction. */
export const PITCH: usize = 256;
/** Bytes of a row of a tile: 8 squares, as two vectors of each output. */
export const SQUARES_ROW: usize = 128;
/** Bytes of a tile: 4 rows. */
export const SQUARES_TILE: usize = 4 * SQUARES_ROW;
