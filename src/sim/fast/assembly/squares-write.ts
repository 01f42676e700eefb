/** Running sums of squares to outputs. */
import { scaled, scalingOf } from './finish';
import { SQUARES_ROW, SQUARES_TILE } from './squares';

/** Two outputs side by side, or one where the plane ends. */
// @ts-ignore: decorator
@inline
function storeTwo(to: usize, values: v128, upper: bool, narrow: bool): void {
  if (narrow) {
    if (upper) v128.store32_lane(to, values, 2);
    else v128.store32_lane(to, values, 0);
  } else if (upper) {
    v128.store64_lane(to, values, 1);
  } else {
    v128.store64_lane(to, values, 0);
  }
}

/** Whether four squares lie side by side, and none is cut off. */
// @ts-ignore: decorator
@inline
function together(place: usize, count: i32): bool {
  if (count < 4 || load<u32>(place, 24) - load<u32>(place) != 24) return false;
  return (load<u32>(place, 4) | load<u32>(place, 12) | load<u32>(place, 20) | load<u32>(place, 28)) == 0;
}

// @ts-ignore: decorator
@inline
function storeSquares(out: usize, outLine: usize, place: usize, count: i32, above01: v128, above23: v128, below01: v128, below23: v128): void {
  for (let lane = 0; lane < count; lane++) {
    const to = out + <usize>load<u32>(place);
    const edges = load<u32>(place, 4);
    const upper = (lane & 1) == 1;
    storeTwo(to, lane < 2 ? above01 : above23, upper, (edges & 1) != 0);
    if ((edges & 2) == 0) storeTwo(to + outLine, lane < 2 ? below01 : below23, upper, (edges & 1) != 0);
    place += 8;
  }
}

/**
 * Writes the outputs of a panel of squares.
 * @param run [block][tile][row][2][4][4] @param places [column][2]: bytes from the plane's first output to the square's, and 1 where the square has no right half, 2 where no lower one
 * @param out the first row's plane @param outRow bytes from a plane to the next @param outLine bytes of a line of a plane Other parameters are those of `writeOutputs`.
 */
export function writeSquares(run: usize, tiles: i32, places: usize, out: usize, outRow: usize, outLine: usize, rows: i32, columns: i32, scale: f32, multiply: bool, flush: bool): void {
  const one = f32x4.splat(1);
  const factor = f32x4.splat(scale);
  const scaling = scalingOf(scale, multiply, flush);
  for (let row = 0; row < rows; row++) {
    let from = run + <usize>((row >> 2) * tiles) * SQUARES_TILE + <usize>(row & 3) * SQUARES_ROW;
    for (let column = 0; column < columns; column += 4) {
      const aboveLeft = scaled(v128.load(from), one, factor, scaling, flush);
      const aboveRight = scaled(v128.load(from, 16), one, factor, scaling, flush);
      const belowLeft = scaled(v128.load(from, 32), one, factor, scaling, flush);
      const belowRight = scaled(v128.load(from, 48), one, factor, scaling, flush);
      const above01 = i32x4.shuffle(aboveLeft, aboveRight, 0, 4, 1, 5);
      const above23 = i32x4.shuffle(aboveLeft, aboveRight, 2, 6, 3, 7);
      const below01 = i32x4.shuffle(belowLeft, belowRight, 0, 4, 1, 5);
      const below23 = i32x4.shuffle(belowLeft, belowRight, 2, 6, 3, 7);
      const place = places + (<usize>column << 3);
      if (together(place, columns - column)) {
        const to = out + <usize>load<u32>(place);
        v128.store(to, above01);
        v128.store(to, above23, 16);
        v128.store(to + outLine, below01);
        v128.store(to + outLine, below23, 16);
      } else {
        storeSquares(out, outLine, place, min(columns - column, 4), above01, above23, below01, below23);
      }
      from += (column & 4) == 0 ? 64 : SQUARES_TILE - 64;
    }
    out += outRow;
  }
}
