/** X's part of Winograd's F(2x2, 3x3): (2G) g (2G)^T, four times its weights, whose G has halves. */
import { ofFirst, ofSecond } from './fold-elements';

/** The sums of four squares below 2^14. */
// @ts-ignore: decorator
@inline
function fourSquares(a: v128, b: v128, c: v128, d: v128): v128 {
  return i16x8.add(i16x8.add(i16x8.mul(a, a), i16x8.mul(b, b)), i16x8.add(i16x8.mul(c, c), i16x8.mul(d, d)));
}

/**
 * The largest magnitude of transformed elements for any signs of nine elements, the sum of their magnitudes, and that of their squares where they are below 2^7.
 * @param words [tap][row][2] @param bounds [2]: [row][2] each, and after them squares of [2][row]
 */
// @ts-ignore: decorator
@inline
export function boundSquares(words: usize, bounds: usize): void {
  const a0 = i16x8.abs(v128.load(words));
  const a1 = i16x8.abs(v128.load(words, 16));
  const a2 = i16x8.abs(v128.load(words, 32));
  const a3 = i16x8.abs(v128.load(words, 48));
  const a4 = i16x8.abs(v128.load(words, 64));
  const a5 = i16x8.abs(v128.load(words, 80));
  const a6 = i16x8.abs(v128.load(words, 96));
  const a7 = i16x8.abs(v128.load(words, 112));
  const a8 = i16x8.abs(v128.load(words, 128));
  const top = i16x8.add(i16x8.add(a0, a2), a1);
  const bottom = i16x8.add(i16x8.add(a6, a8), a7);
  const left = i16x8.add(i16x8.add(a0, a6), a3);
  const right = i16x8.add(i16x8.add(a2, a8), a5);
  const sum = i16x8.add(i16x8.add(top, bottom), i16x8.add(i16x8.add(a3, a5), a4));
  const corner = i16x8.max_s(i16x8.max_s(a0, a2), i16x8.max_s(a6, a8));
  const edge = i16x8.max_s(i16x8.max_s(top, bottom), i16x8.max_s(left, right));
  v128.store(bounds, i16x8.max_s(sum, i16x8.shl(i16x8.max_s(edge, i16x8.shl(corner, 1)), 1)));
  v128.store(bounds, sum, 16);
  const few = fourSquares(a0, a1, a2, a3);
  const more = fourSquares(a4, a5, a6, a7);
  const last = i16x8.mul(a8, a8);
  v128.store(bounds, i32x4.add(i32x4.add(ofFirst(few), ofFirst(more)), ofFirst(last)), 32);
  v128.store(bounds, i32x4.add(i32x4.add(ofSecond(few), ofSecond(more)), ofSecond(last)), 48);
}

/**
 * Transforms the elements of a pair times their multipliers.
 * @param words [tap][row][2] @param flip whether the taps go backwards @param columns of 192 bytes for itself @param to [16][row][2]
 */
// @ts-ignore: decorator
@inline
export function transform(words: usize, multipliers: v128, flip: bool, columns: usize, to: usize): void {
  const first = flip ? words + 128 : words;
  const step: usize = flip ? <usize>-16 : 16;
  let at = columns;
  for (let j: usize = 0; j < 3; j++) {
    const top = i16x8.mul(v128.load(first + j * step), multipliers);
    const middle = i16x8.mul(v128.load(first + (j + 3) * step), multipliers);
    const bottom = i16x8.mul(v128.load(first + (j + 6) * step), multipliers);
    const sum = i16x8.add(top, bottom);
    v128.store(at, i16x8.add(top, top));
    v128.store(at, i16x8.add(sum, middle), 48);
    v128.store(at, i16x8.sub(sum, middle), 96);
    v128.store(at, i16x8.add(bottom, bottom), 144);
    at += 16;
  }
  at = columns;
  for (let i = 0; i < 4; i++) {
    const left = v128.load(at);
    const middle = v128.load(at, 16);
    const right = v128.load(at, 32);
    const sum = i16x8.add(left, right);
    v128.store(to, i16x8.add(left, left));
    v128.store(to, i16x8.add(sum, middle), 16);
    v128.store(to, i16x8.sub(sum, middle), 32);
    v128.store(to, i16x8.add(right, right), 48);
    at += 48;
    to += 64;
  }
}
