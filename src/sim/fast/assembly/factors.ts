/** The factors of the terms of a chunk. */

/**
 * The factors of up to four rows side by side: [group][lanes] doubles, or binary32 numbers; 0 without a row.
 * @param scales the scale code of the first row in the first group @param rowStep, groupStep bytes to that of the next row or group
 * @param table [code] doubles @param chunk groups that lie together, `chunkStep` bytes before the next ones
 */
export function packFactors(scales: usize, rowStep: usize, groupStep: usize, groups: i32, valid: i32, lanes: i32, table: usize, to: usize, chunk: i32, chunkStep: usize, double: bool): void {
  let at = to;
  let left = chunk;
  for (let g = 0; g < groups; g++) {
    for (let lane = 0; lane < lanes; lane++) {
      const factor = lane < valid ? load<f64>(table + (<usize>load<u16>(scales + <usize>lane * rowStep) << 3)) : 0;
      if (double) {
        store<f64>(at, factor);
        at += 8;
      } else {
        store<f32>(at, <f32>factor);
        at += 4;
      }
    }
    scales += groupStep;
    if (--left == 0) {
      to += chunkStep;
      at = to;
      left = chunk;
    }
  }
}

/**
 * factor of row x factor of group, exact in binary32.
 * @param fx [block][group][rows], `fxBlock` bytes a block @param fy [group] @param to [block][group][rows] @param rows of a block: 1 or 4
 */
export function termFactors(fx: usize, fxBlock: usize, fy: usize, groups: i32, blocks: i32, rows: i32, to: usize): void {
  for (let block = 0; block < blocks; block++) {
    for (let g = 0; g < groups; g++) {
      if (rows == 4) v128.store(to, f32x4.mul(v128.load(fx + <usize>g * 16), v128.load32_splat(fy + <usize>g * 4)));
      else store<f32>(to, load<f32>(fx + <usize>g * 4) * load<f32>(fy + <usize>g * 4));
      to += 4 * rows;
    }
    fx += fxBlock;
  }
}

const SCALE: f64 = 1.2676506002282294e30; // 2^100
/** The scaled factor with which a term of 24 bits is 0. */
export const LEAST_SCALED: f32 = 1.3234889800848443e-23; // 2^-76

/**
 * The same times 2^100, for any factors: one below 2^-176 becomes 2^-176, since with either a term of 24 bits is 0.
 * @param fx [block][group][4] doubles @param fy [group] doubles @param to [block][group][4]
 */
export function scaledFactors(fx: usize, fxBlock: usize, fy: usize, groups: i32, blocks: i32, to: usize): void {
  for (let block = 0; block < blocks; block++) {
    for (let g = 0; g < groups; g++) {
      const group = f64x2.splat(load<f64>(fy + <usize>g * 8) * SCALE);
      const low = f64x2.max(f64x2.mul(v128.load(fx + <usize>g * 32), group), f64x2.splat(<f64>LEAST_SCALED));
      const high = f64x2.max(f64x2.mul(v128.load(fx + <usize>g * 32, 16), group), f64x2.splat(<f64>LEAST_SCALED));
      v128.store(to, i8x16.shuffle(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23));
      to += 16;
    }
    fx += fxBlock;
  }
}
