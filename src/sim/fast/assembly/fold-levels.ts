/**
 * Which nodes of the tree are one integer sum, for four rows of X and some Y: two, four or eight groups whose scales are small multiples of one power of two in both.
 * A node is one sum where it fits its 32 bits, and where the nodes below it are exact in binary32, so that only its own addition rounds.
 */
import { BOUNDS, MANTISSA_BITS, MOST_EXPONENT, inverseOf, NOTES_BYTES, STORED, UNITS } from './fold-scales';

/**
 * What is known of Y's groups of a chunk: [pair] how many groups share a unit, as of X; multipliers of [group], times what bounds of X are to be multiplied by, in the unit of
 * its pair and of its four; and of each [pair] and [four] its unit over the one that its groups have.
 */
const Y_PAIRS: usize = 16;
const Y_FOURS: usize = 80;
const Y_PAIR_UNITS: usize = 144;
const Y_FOUR_UNITS: usize = 176;
/** Bytes of all of it. */
const Y_NODES_BYTES: usize = 192;

/** Bytes of the factors and the levels of a block. */
const FACTORS_BYTES: usize = 256;
const LEVELS_BYTES: usize = 8;

/** Bounds of two groups with Y's multipliers. @param bounds, multipliers of the first of them */
// @ts-ignore: decorator
@inline
function boundOfPair(bounds: usize, multipliers: usize): v128 {
  return f32x4.add(f32x4.mul(v128.load(bounds), v128.load32_splat(multipliers)), f32x4.mul(v128.load(bounds, 16), v128.load32_splat(multipliers, 4)));
}

// @ts-ignore: decorator
@inline
function boundOfFour(bounds: usize, multipliers: usize): v128 {
  return f32x4.add(boundOfPair(bounds, multipliers), boundOfPair(bounds + 32, multipliers + 8));
}

/** Where sums are at most so many units. @param inverse one over the unit */
// @ts-ignore: decorator
@inline
function areWithin(sums: v128, inverse: v128, limit: f32): v128 {
  return f32x4.le(f32x4.mul(sums, inverse), f32x4.splat(limit));
}

/** One over the unit of a group that shares it, a power of two or 0. */
// @ts-ignore: decorator
@inline
function inverseOfFactor(factors: usize): v128 {
  return i32x4.sub(i32x4.splat(MOST_EXPONENT << MANTISSA_BITS), v128.load(factors));
}

/** Whether so many groups share a unit in both operands. */
// @ts-ignore: decorator
@inline
function share(notes: usize, yNodes: usize, pair: usize, level: u8): bool {
  return min(load<u8>(notes + pair, STORED), load<u8>(yNodes + pair)) >= level;
}

// @ts-ignore: decorator
@inline
function isEight(notes: usize, factors: usize, yNodes: usize, pair: usize, most: f32, exact: f32): bool {
  if (!share(notes, yNodes, pair, 3)) return false;
  const bounds = notes + (pair << 5) + BOUNDS;
  const units = notes + (pair << 4) + UNITS;
  const y = yNodes + (pair << 3);
  const first = inverseOf(i32x4.min_u(v128.load(units), v128.load(units, 16)));
  const second = inverseOf(i32x4.min_u(v128.load(units, 32), v128.load(units, 48)));
  // Where fours are exact, their pairs are, whose units are at least as large.
  const low = boundOfFour(bounds, y + Y_FOURS);
  const high = boundOfFour(bounds + 64, y + Y_FOURS + 16);
  const rounded = v128.and(areWithin(low, first, exact), areWithin(high, second, exact));
  const ofY = yNodes + (pair << 1) + Y_FOUR_UNITS;
  const all = f32x4.add(f32x4.mul(low, v128.load32_splat(ofY)), f32x4.mul(high, v128.load32_splat(ofY, 4)));
  return i32x4.all_true(v128.and(rounded, areWithin(all, inverseOfFactor(factors + (pair << 5)), most)));
}

// @ts-ignore: decorator
@inline
function isFour(notes: usize, factors: usize, yNodes: usize, pair: usize, most: f32, exact: f32): bool {
  if (!share(notes, yNodes, pair, 2)) return false;
  const bounds = notes + (pair << 5) + BOUNDS;
  const units = notes + (pair << 4) + UNITS;
  const y = yNodes + (pair << 3);
  const low = boundOfPair(bounds, y + Y_PAIRS);
  const high = boundOfPair(bounds + 32, y + Y_PAIRS + 8);
  const rounded = v128.and(areWithin(low, inverseOf(v128.load(units)), exact), areWithin(high, inverseOf(v128.load(units, 16)), exact));
  const ofY = yNodes + (pair << 2) + Y_PAIR_UNITS;
  const all = f32x4.add(f32x4.mul(low, v128.load32_splat(ofY)), f32x4.mul(high, v128.load32_splat(ofY, 4)));
  return i32x4.all_true(v128.and(rounded, areWithin(all, inverseOfFactor(factors + (pair << 5)), most)));
}

// @ts-ignore: decorator
@inline
function isPair(notes: usize, factors: usize, yNodes: usize, pair: usize, most: f32): bool {
  if (!share(notes, yNodes, pair, 1)) return false;
  const all = f32x4.mul(boundOfPair(notes + (pair << 5) + BOUNDS, yNodes + (pair << 3) + Y_PAIRS), v128.load32_splat(yNodes + (pair << 2), Y_PAIR_UNITS));
  return i32x4.all_true(areWithin(all, inverseOfFactor(factors + (pair << 5)), most));
}

/** Four groups in one sum, or each pair, or each group. */
// @ts-ignore: decorator
@inline
function layFour(notes: usize, factors: usize, yNodes: usize, pair: usize, most: f32, exact: f32, levels: usize): void {
  if (isFour(notes, factors, yNodes, pair, most, exact)) {
    store<u16>(levels + pair, 0x0202);
    return;
  }
  store<u8>(levels + pair, isPair(notes, factors, yNodes, pair, most) ? 1 : 0);
  store<u8>(levels + pair + 1, isPair(notes, factors, yNodes, pair + 1, most) ? 1 : 0);
}

/**
 * The largest nodes that are one sum for four rows, chunk by chunk and block by block.
 * @param notes, factors [chunk][block] those of `foldRows`, of `ofChunk` blocks a chunk @param yNodes [chunk] what is known of Y
 * @param most, exact what a node's sums may be, those that fit 32 bits and those that are exact, over the largest magnitude of Y
 * @param levels [chunk][block][pair] 0 for two groups on their own, 1, 2, 3 for those in a node of 2, 4, 8 groups
 */
export function layLevels(notes: usize, factors: usize, ofChunk: i32, yNodes: usize, most: f32, exact: f32, levels: usize, blocks: i32, chunks: i32): void {
  const others = <usize>(ofChunk - blocks);
  for (; chunks > 0; chunks--) {
    for (let block = 0; block < blocks; block++) {
      for (let pair: usize = 0; pair < 8; pair += 4) {
        if (isEight(notes, factors, yNodes, pair, most, exact)) {
          store<u32>(levels + pair, 0x0303_0303);
        } else {
          layFour(notes, factors, yNodes, pair, most, exact, levels);
          layFour(notes, factors, yNodes, pair + 2, most, exact, levels);
        }
      }
      notes += NOTES_BYTES;
      factors += FACTORS_BYTES;
      levels += LEVELS_BYTES;
    }
    notes += others * NOTES_BYTES;
    factors += others * FACTORS_BYTES;
    yNodes += Y_NODES_BYTES;
  }
}
