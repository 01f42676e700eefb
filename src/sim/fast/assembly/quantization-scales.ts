/** Group maxima and group scales (paper Alg. 1 lines 1-8); `planeMaxima` and `quantizeGroupScale` in src/formats are the plain ones. */

// @ts-ignore: decorator
@inline
function loadMagnitudes(from: usize): v128 {
  return v128.and(v128.load(from), i32x4.splat(0x7fff_ffff));
}

/** The largest magnitude pattern of `count` elements. */
function maximum(data: usize, count: i32): u32 {
  let i: i32 = 0;
  let largest: u32 = 0;
  if (count >= 4) {
    let m0 = i32x4.splat(0);
    let m1 = m0;
    let m2 = m0;
    let m3 = m0;
    for (; i + 16 <= count; i += 16) {
      const at = data + (<usize>i << 2);
      m0 = i32x4.max_s(m0, loadMagnitudes(at));
      m1 = i32x4.max_s(m1, loadMagnitudes(at + 16));
      m2 = i32x4.max_s(m2, loadMagnitudes(at + 32));
      m3 = i32x4.max_s(m3, loadMagnitudes(at + 48));
    }
    // The last vector overlaps the one before it: a maximum may see an element twice.
    for (; i < count; i += 4) m0 = i32x4.max_s(m0, loadMagnitudes(data + (<usize>min(i, count - 4) << 2)));
    m0 = i32x4.max_s(i32x4.max_s(m0, m1), i32x4.max_s(m2, m3));
    m0 = i32x4.max_s(m0, v128.shuffle<i32>(m0, m0, 2, 3, 0, 1));
    m0 = i32x4.max_s(m0, v128.shuffle<i32>(m0, m0, 1, 0, 3, 2));
    return i32x4.extract_lane(m0, 0);
  }
  for (; i < count; i++) largest = max(largest, load<u32>(data + (<usize>i << 2)) & 0x7fff_ffff);
  return largest;
}

/** Writes the largest magnitude pattern of each of `planes` planes of `planeSize` elements to `out`, 4 bytes each. */
export function planeMaxima(data: usize, planes: i32, planeSize: i32, out: usize): void {
  for (let plane = 0; plane < planes; plane++) {
    store<u32>(out + (<usize>plane << 2), maximum(data, planeSize));
    data += <usize>planeSize << 2;
  }
}

/** The exponent of a positive binary32 number in [2^e, 2^(e+1)), and its significand from 2^23 to 2^24. */
// @ts-ignore: decorator
@inline
function exponentOf(bits: u32): i32 {
  return bits >= 0x80_0000 ? <i32>(bits >>> 23) - 150 : -141 - <i32>clz(bits);
}
// @ts-ignore: decorator
@inline
function significandOf(bits: u32): u32 {
  return bits >= 0x80_0000 ? (bits & 0x7f_ffff) | 0x80_0000 : bits << (clz(bits) - 8);
}

/**
 * Writes the smallest group scale >= each maximum / tensorMax as a code of 2 bytes; the smallest scale for a maximum of 0.
 * @param maxima magnitude patterns <= tensorMax, 4 bytes each
 */
export function groupScales(maxima: usize, count: i32, tensorMax: u32, maxExp: i32, Mg: i32, out: usize): void {
  const tensorExponent = exponentOf(tensorMax);
  const tensorSignificand = significandOf(tensorMax);
  for (let i = 0; i < count; i++) {
    const max = load<u32>(maxima + (<usize>i << 2));
    let code = maxExp << Mg;
    if (max != 0) {
      const significand = significandOf(max);
      // max / tensorMax = significand / denominator x 2^-exp, with the fraction in (1/2, 1].
      const carries = significand > tensorSignificand;
      const exp = tensorExponent - exponentOf(max) - <i32>carries;
      const denominator = tensorSignificand << <u32>carries;
      if (exp <= maxExp) {
        code = Mg == 1 && exp < maxExp && 4 * significand <= 3 * denominator ? ((exp + 1) << 1) | 1 : exp << Mg;
      }
    }
    store<u16>(out + (<usize>i << 1), <u16>code);
  }
}
