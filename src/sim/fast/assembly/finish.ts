/** Running sums to outputs. */
import { ROW_TILE } from './sums';
import { flushed } from './tree';

/** How sums become outputs. */
const enum Scaling {
  /** They are: sums times `unscale`. */
  None,
  /** Times S_z, a finite number, so that no product of finite numbers is a NaN. */
  Finite,
  /** With the datapath's NaN, and subnormal numbers flushed where they are. */
  Any,
}

// @ts-ignore: decorator
@inline
export function scalingOf(scale: f32, multiply: bool, flush: bool): Scaling {
  if (!multiply) return Scaling.None;
  return !flush && isFinite(scale) ? Scaling.Finite : Scaling.Any;
}

/** A vector of outputs. @param unscale an exact power of two @param scale S_z */
// @ts-ignore: decorator
@inline
export function scaled(sums: v128, unscale: v128, scale: v128, scaling: Scaling, flush: bool): v128 {
  const sum = f32x4.mul(sums, unscale);
  if (scaling == Scaling.None) return sum;
  if (scaling == Scaling.Finite) return f32x4.mul(sum, scale);
  const out = flushed(f32x4.mul(sum, scale), flush);
  return v128.bitselect(out, i32x4.splat(0x7fc0_0000), f32x4.eq(out, out));
}

/**
 * Writes the outputs of a panel.
 * @param run [block][tile][lanes][8] @param out where the first row's first column goes @param outRow bytes from a row to the next
 * @param rows, columns that exist @param unscale 1, or 2^-100 where running sums are 2^100 times theirs @param scale S_z, used where `multiply`
 */
export function writeOutputs(run: usize, tiles: i32, lanes: i32, out: usize, outRow: usize, rows: i32, columns: i32, unscale: f32, scale: f32, multiply: bool, flush: bool): void {
  const back = f32x4.splat(unscale);
  const factor = f32x4.splat(scale);
  const scaling = scalingOf(scale, multiply, flush);
  for (let row = 0; row < rows; row++) {
    let from = run + <usize>(row / lanes) * <usize>(tiles * lanes) * ROW_TILE + <usize>(row % lanes) * ROW_TILE;
    let to = out;
    for (let column = 0; column < columns; column += 4) {
      const value = scaled(v128.load(from + ((<usize>column & 4) << 2)), back, factor, scaling, flush);
      if (column + 4 <= columns) {
        v128.store(to, value);
      } else {
        v128.store32_lane(to, value, 0);
        if (column + 1 < columns) v128.store32_lane(to, value, 1, 4);
        if (column + 2 < columns) v128.store32_lane(to, value, 2, 8);
      }
      to += 16;
      if (column & 4) from += <usize>lanes * ROW_TILE;
    }
    out += outRow;
  }
}
