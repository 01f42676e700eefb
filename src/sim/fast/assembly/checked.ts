/** The local accumulation with the accumulator's width at each step, tap by tap, where operands can overflow it. */
import { ROW_TILE } from './sums';

/** A column that doesn't exist has no overflow. Where overflowed groups are told: their count (u64), then the first one's output (u32) and group (u32). */
// @ts-ignore: decorator
@inline
function tell(flags: i32, columns: i32, output: u32, group: u32, report: usize): void {
  for (let column = 0; column < columns; column++) {
    if (!((flags >> column) & 1)) continue;
    store<u64>(report, load<u64>(report) + 1);
    const at = output + column;
    const first = load<u32>(report, 8);
    if (at < first || (at == first && group < load<u32>(report, 12))) {
      store<u32>(report, at, 8);
      store<u32>(report, group, 12);
    }
  }
}

/** old + product: the sum before it wraps or saturates is exact in 32 bits for widths up to 31; for 32 bits signs tell. */
// @ts-ignore: decorator
@inline
function overflows(old: v128, product: v128, sum: v128, low: v128, high: v128, full: bool): v128 {
  if (full) return i32x4.shr_s(v128.and(v128.xor(old, sum), v128.xor(product, sum)), 31);
  return v128.or(i32x4.lt_s(sum, low), i32x4.gt_s(sum, high));
}

// @ts-ignore: decorator
@inline
function held(product: v128, sum: v128, over: v128, width: i32, saturate: bool, low: v128, high: v128): v128 {
  // A sum leaves the range on the side of the product's sign.
  if (saturate) return v128.bitselect(v128.bitselect(low, high, i32x4.shr_s(product, 31)), sum, over);
  return i32x4.shr_s(i32x4.shl(sum, 32 - width), 32 - width);
}

// @ts-ignore: decorator
@inline
function checkedRow(v: usize, pitch: usize, s: usize, step: usize, pairs: i32, out: usize, width: i32, saturate: bool, full: bool): i32 {
  const high = i32x4.splat(<i32>(0x7fff_ffff >>> (32 - width)));
  const low = v128.not(high);
  let sum0 = i32x4.splat(0);
  let sum1 = i32x4.splat(0);
  let over0 = i32x4.splat(0);
  let over1 = i32x4.splat(0);
  for (let tap = 0; tap < 2 * pairs; tap++) {
    const pair = load<u32>(s);
    const weight = i32x4.splat(<i32>(tap & 1 ? pair & 0xffff_0000 : pair & 0xffff));
    const product0 = i32x4.dot_i16x8_s(v128.load(v), weight);
    const product1 = i32x4.dot_i16x8_s(v128.load(v, 16), weight);
    const next0 = i32x4.add(sum0, product0);
    const next1 = i32x4.add(sum1, product1);
    const now0 = overflows(sum0, product0, next0, low, high, full);
    const now1 = overflows(sum1, product1, next1, low, high, full);
    over0 = v128.or(over0, now0);
    over1 = v128.or(over1, now1);
    sum0 = held(product0, next0, now0, width, saturate, low, high);
    sum1 = held(product1, next1, now1, width, saturate, low, high);
    if (tap & 1) {
      v += pitch;
      s += step;
    }
  }
  v128.store(out, sum0);
  v128.store(out, sum1, 16);
  return i32x4.bitmask(over0) | (i32x4.bitmask(over1) << 4);
}

/**
 * The sums of some groups as an accumulator of `width` bits holds them, for all tiles; equal to `accumulate` over the taps in their order.
 * @param rows lanes of a block @param validRows, validColumns that exist in all blocks and tiles @param output index of the first row's first column
 * @param outputRow from a row to the next @param group the first group @param width 4..32 @param report see `tell`
 */
export function checkedSums(
  v: usize, pitch: usize, s: usize, sBlock: usize, pairs: i32, groups: i32, out: usize, outTile: usize, tiles: i32, blocks: i32, rows: i32,
  width: i32, saturate: bool, validRows: i32, validColumns: i32, output: u32, outputRow: u32, group: u32, report: usize,
): void {
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      const columns = min(8, validColumns - tile * 8);
      for (let g = 0; g < groups; g++) {
        for (let lane = 0; lane < rows; lane++) {
          const row = block * rows + lane;
          const to = out + <usize>(g * rows + lane) * ROW_TILE;
          const va = v + <usize>tile * ROW_TILE + <usize>(g * pairs) * pitch;
          const sa = s + <usize>(g * pairs * rows + lane) * 4;
          const step = <usize>rows * 4;
          let flags: i32;
          if (width == 32) flags = saturate ? checkedRow(va, pitch, sa, step, pairs, to, 32, true, true) : checkedRow(va, pitch, sa, step, pairs, to, 32, false, true);
          else flags = saturate ? checkedRow(va, pitch, sa, step, pairs, to, width, true, false) : checkedRow(va, pitch, sa, step, pairs, to, width, false, false);
          if (flags != 0 && row < validRows) tell(flags, columns, output + row * outputRow + tile * 8, group + g, report);
        }
      }
      out += outTile;
    }
    s += sBlock;
  }
}
