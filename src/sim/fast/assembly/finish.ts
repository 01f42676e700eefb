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

/** A vector of outputs. @param unscale an exact power of two, 1 for `Finite` @param scale S_z */
// @ts-ignore: decorator
@inline
export function scaled(sums: v128, unscale: v128, scale: v128, scaling: Scaling, flush: bool): v128 {
  if (scaling == Scaling.Finite) return f32x4.mul(sums, scale);
  const sum = f32x4.mul(sums, unscale);
  if (scaling == Scaling.None) return sum;
  const out = flushed(f32x4.mul(sum, scale), flush);
  return v128.bitselect(out, i32x4.splat(0x7fc0_0000), f32x4.eq(out, out));
}

// @ts-ignore: decorator
@inline
function writeRows(run: usize, tiles: i32, lanes: i32, out: usize, outRow: usize, rows: i32, columns: i32, back: v128, factor: v128, scaling: Scaling, flush: bool): void {
  const next = <usize>lanes * ROW_TILE;
  for (let row = 0; row < rows; row++) {
    let from = run + <usize>(row / lanes) * <usize>tiles * next + <usize>(row % lanes) * ROW_TILE;
    let to = out;
    for (const end = out + (<usize>(columns >> 3) << 5); to < end; to += 32) {
      v128.store(to, scaled(v128.load(from), back, factor, scaling, flush));
      v128.store(to, scaled(v128.load(from, 16), back, factor, scaling, flush), 16);
      from += next;
    }
    // The last tile may have fewer columns.
    for (let column = 0; column < (columns & 7); column++) {
      v128.store32_lane(to + (<usize>column << 2), scaled(v128.load32_splat(from + (<usize>column << 2)), back, factor, scaling, flush), 0);
    }
    out += outRow;
  }
}

// A function for each, as the compiler folds inlined calls that differ in a constant into one with branches.
function writeFinite(run: usize, tiles: i32, lanes: i32, out: usize, outRow: usize, rows: i32, columns: i32, factor: v128): void {
  writeRows(run, tiles, lanes, out, outRow, rows, columns, factor, factor, Scaling.Finite, false);
}
function writeAny(run: usize, tiles: i32, lanes: i32, out: usize, outRow: usize, rows: i32, columns: i32, back: v128, factor: v128, multiply: bool, flush: bool): void {
  writeRows(run, tiles, lanes, out, outRow, rows, columns, back, factor, multiply ? Scaling.Any : Scaling.None, flush);
}

/**
 * Writes the outputs of a panel.
 * @param run [block][tile][lanes][8] @param out where the first row's first column goes @param outRow bytes from a row to the next
 * @param rows, columns that exist @param unscale 1, or 2^-100 where running sums are 2^100 times theirs @param scale S_z, used where `multiply`
 */
export function writeOutputs(run: usize, tiles: i32, lanes: i32, out: usize, outRow: usize, rows: i32, columns: i32, unscale: f32, scale: f32, multiply: bool, flush: bool): void {
  if (unscale == 1 && scalingOf(scale, multiply, flush) == Scaling.Finite) writeFinite(run, tiles, lanes, out, outRow, rows, columns, f32x4.splat(scale));
  else writeAny(run, tiles, lanes, out, outRow, rows, columns, f32x4.splat(unscale), f32x4.splat(scale), multiply, flush);
}
