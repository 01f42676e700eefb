/** The factors of the terms of a chunk. */

/**
 * The factors of up to four rows side by side: [group][lanes] doubles, or binary32 numbers; 0 without a row.
 * @param scales the scale code of the first row in the first group @param rowStep, groupStep bytes to that of the next row or group
 * @param table [code] doubles
 */
export function packFactors(scales: usize, rowStep: usize, groupStep: usize, groups: i32, valid: i32, lanes: i32, table: usize, to: usize, double: bool): void {
  for (let g = 0; g < groups; g++) {
    for (let lane = 0; lane < lanes; lane++) {
      const factor = lane < valid ? load<f64>(table + (<usize>load<u16>(scales + <usize>lane * rowStep) << 3)) : 0;
      if (double) {
        store<f64>(to, factor);
        to += 8;
      } else {
        store<f32>(to, <f32>factor);
        to += 4;
      }
    }
    scales += groupStep;
  }
}

/** factor of row x factor of group, in binary32, both and the product exact. @param fx [block][group][4], `fxBlock` bytes a block @param fy [group] @param to [block][group][4] */
export function oneFactors(fx: usize, fxBlock: usize, fy: usize, groups: i32, blocks: i32, to: usize): void {
  for (let block = 0; block < blocks; block++) {
    for (let g = 0; g < groups; g++) {
      v128.store(to, f32x4.mul(v128.load(fx + <usize>g * 16), v128.load32_splat(fy + <usize>g * 4)));
      to += 16;
    }
    fx += fxBlock;
  }
}

const LEAST: f64 = 7.888609052210118e-31; // 2^-100

/**
 * The same in two binary32 factors whose product it is: the first, at least 2^-100, leaves a sum exact, and the second is 1 or 2^-100. A factor below 2^-200
 * becomes 2^-200: a term of 24 bits is 0 with both.
 * @param fx [block][group][4] doubles @param fy [group] doubles @param to [block][group][2][4]
 */
export function twoFactors(fx: usize, fxBlock: usize, fy: usize, groups: i32, blocks: i32, to: usize): void {
  for (let block = 0; block < blocks; block++) {
    for (let g = 0; g < groups; g++) {
      const group = load<f64>(fy + <usize>g * 8);
      for (let row: usize = 0; row < 4; row++) {
        const factor = load<f64>(fx + <usize>g * 32 + row * 8) * group;
        const small = factor < LEAST;
        store<f32>(to + row * 4, <f32>(small ? max(factor / LEAST, LEAST) : factor));
        store<f32>(to + row * 4, small ? <f32>LEAST : 1, 16);
      }
      to += 32;
    }
    fx += fxBlock;
  }
}
