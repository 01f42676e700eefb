/**
 * Philox4x32-10 (Salmon et al., SC 2011) on eight counters at once; `philox4x32` in src/bits/philox.ts is the plain one.
 *
 * Two counters a and b are one pair of vectors, S = [c0a, c2a, c0b, c2b] and T = [c1a, c3a, c1b, c3b]: one widening multiplication has both
 * products of a counter, and interleaving S with T gives the output words in the order of their elements.
 */

const MULTIPLIER_0: u32 = 0xd251_1f53;
const MULTIPLIER_1: u32 = 0xcd9e_8d57;
const WEYL_0: u32 = 0x9e37_79b9;
const WEYL_1: u32 = 0xbb67_ae85;
const ROUNDS = 10;

/** The number of blocks (of four words) that are made at once. */
const BLOCKS_AT_ONCE = 8;

/** [even, odd, even, odd] */
// @ts-ignore: decorator
@inline
function alternating(even: u32, odd: u32): v128 {
  return i64x2.splat((<i64>odd << 32) | <i64>even);
}

/** The products of counter a: [low of c0 x M0, high, low of c2 x M1, high]. @param multipliers [M0, M1, M0, M1] */
// @ts-ignore: decorator
@inline
function productsA(s: v128, multipliers: v128): v128 {
  return i64x2.extmul_low_i32x4_u(s, multipliers);
}

/** The products of counter b. */
// @ts-ignore: decorator
@inline
function productsB(s: v128, multipliers: v128): v128 {
  return i64x2.extmul_high_i32x4_u(s, multipliers);
}

/** The next S: c0 = high(c2 x M1) ^ c1 ^ k0, c2 = high(c0 x M0) ^ c3 ^ k1. */
// @ts-ignore: decorator
@inline
function nextS(a: v128, b: v128, t: v128, key: v128): v128 {
  return v128.xor(v128.shuffle<i32>(a, b, 3, 1, 7, 5), v128.xor(t, key));
}

/** The next T: c1 = low(c2 x M1), c3 = low(c0 x M0). */
// @ts-ignore: decorator
@inline
function nextT(a: v128, b: v128): v128 {
  return v128.shuffle<i32>(a, b, 2, 0, 6, 4);
}

// @ts-ignore: decorator
@inline
function storeWords(out: usize, s: v128, t: v128): void {
  v128.store(out, v128.shuffle<i32>(s, t, 0, 4, 1, 5));
  v128.store(out, v128.shuffle<i32>(s, t, 2, 6, 3, 7), 16);
}

/**
 * S after two rounds: c0 = high(c2 x M1) ^ constant, c2 = low(block x M0) ^ constant.
 * @param product1 c2 x M1 of both counters, 64 bits each @param product0 block x M0
 */
// @ts-ignore: decorator
@inline
function secondS(product1: v128, product0: v128, constant: v128): v128 {
  return v128.xor(v128.or(i64x2.shr_u(product1, 32), i64x2.shl(product0, 32)), constant);
}

/** T after two rounds: c1 = low(c2 x M1), c3 = the odd words of `constant`. */
// @ts-ignore: decorator
@inline
function secondT(product1: v128, constant: v128): v128 {
  return v128.shuffle<i32>(product1, constant, 0, 5, 2, 7);
}

/** c2 of four counters after one round: high(block x M0) ^ k1. */
// @ts-ignore: decorator
@inline
function firstC2(product0ab: v128, product0cd: v128, key1: v128): v128 {
  return v128.xor(v128.shuffle<i32>(product0ab, product0cd, 1, 3, 5, 7), key1);
}

/** What rounds 1 and 2 make of all that is the same for all counters of a call: even words and odd ones of S and of T after round 2. */
let constantS: v128 = i32x4.splat(0);
let constantT: v128 = i32x4.splat(0);
/** k1 of round 1, in all words, and the keys of round 3. */
let firstKey1: v128 = i32x4.splat(0);
let thirdKey: v128 = i32x4.splat(0);
/** What keys grow by between rounds, and products block x M0 between vectors of two blocks. */
let weyl: v128 = i32x4.splat(0);
let twoBlocks: v128 = i32x4.splat(0);
/** M1 in all words, and M0 and M1 in turn. */
let multiplier1: v128 = i32x4.splat(0);
let multipliers: v128 = i32x4.splat(0);

/** Before round 1 only c0 = block differs between counters, and its product grows by a constant; before round 2 only c2 and c3. */
function setConstants(key0: u32, key1: u32, stream: u32): void {
  const streamProduct = <u64>MULTIPLIER_1 * <u64>stream;
  const c0Product = <u64>MULTIPLIER_0 * <u64>(<u32>(streamProduct >> 32) ^ key0);
  constantS = alternating(<u32>streamProduct ^ (key0 + WEYL_0), <u32>(c0Product >> 32) ^ (key1 + WEYL_1));
  constantT = alternating(0, <u32>c0Product);
  firstKey1 = i32x4.splat(key1);
  thirdKey = alternating(key0 + 2 * WEYL_0, key1 + 2 * WEYL_1);
  weyl = alternating(WEYL_0, WEYL_1);
  twoBlocks = i64x2.splat(2 * <u64>MULTIPLIER_0);
  multiplier1 = i32x4.splat(MULTIPLIER_1);
  multipliers = alternating(MULTIPLIER_0, MULTIPLIER_1);
}

/**
 * Writes the words of blocks first to first + blocks - 1, and up to seven blocks more: counter = (block, 0, stream, 0).
 * @param out 16 bytes a block @param first the first block, below 2^32 with all that follow
 */
export function philoxWords(out: usize, first: u32, blocks: i32, key0: u32, key1: u32, stream: u32): void {
  setConstants(key0, key1, stream);
  let p0 = i64x2.add(i64x2.splat(<u64>MULTIPLIER_0 * <u64>first), i64x2(0, MULTIPLIER_0));
  for (const end = out + (<usize>blocks << 4); out < end; out += BLOCKS_AT_ONCE << 4) {
    // Loaded for each eight: an engine would make constants again at each use, which takes more instructions.
    const evenS = constantS;
    const oddT = constantT;
    const key1 = firstKey1;
    const m1 = multiplier1;
    const two = twoBlocks;
    const step = weyl;
    const m = multipliers;
    let key = thirdKey;
    const p1 = i64x2.add(p0, two);
    const c01 = firstC2(p0, p1, key1);
    const q0 = i64x2.extmul_low_i32x4_u(c01, m1);
    let s0 = secondS(q0, p0, evenS);
    let t0 = secondT(q0, oddT);
    const q1 = i64x2.extmul_high_i32x4_u(c01, m1);
    let s1 = secondS(q1, p1, evenS);
    let t1 = secondT(q1, oddT);
    const p2 = i64x2.add(p1, two);
    const p3 = i64x2.add(p2, two);
    const c23 = firstC2(p2, p3, key1);
    const q2 = i64x2.extmul_low_i32x4_u(c23, m1);
    let s2 = secondS(q2, p2, evenS);
    let t2 = secondT(q2, oddT);
    const q3 = i64x2.extmul_high_i32x4_u(c23, m1);
    let s3 = secondS(q3, p3, evenS);
    let t3 = secondT(q3, oddT);
    p0 = i64x2.add(p3, two);

    // Two rounds at a time: a loop's own instructions are fewer, and all vectors still have a register.
    let a: v128, b: v128;
    for (let round = 2; round < ROUNDS; round += 2) {
      a = productsA(s0, m), b = productsB(s0, m), s0 = nextS(a, b, t0, key), t0 = nextT(a, b);
      a = productsA(s1, m), b = productsB(s1, m), s1 = nextS(a, b, t1, key), t1 = nextT(a, b);
      a = productsA(s2, m), b = productsB(s2, m), s2 = nextS(a, b, t2, key), t2 = nextT(a, b);
      a = productsA(s3, m), b = productsB(s3, m), s3 = nextS(a, b, t3, key), t3 = nextT(a, b);
      key = i32x4.add(key, step);
      a = productsA(s0, m), b = productsB(s0, m), s0 = nextS(a, b, t0, key), t0 = nextT(a, b);
      a = productsA(s1, m), b = productsB(s1, m), s1 = nextS(a, b, t1, key), t1 = nextT(a, b);
      a = productsA(s2, m), b = productsB(s2, m), s2 = nextS(a, b, t2, key), t2 = nextT(a, b);
      a = productsA(s3, m), b = productsB(s3, m), s3 = nextS(a, b, t3, key), t3 = nextT(a, b);
      key = i32x4.add(key, step);
    }
    storeWords(out, s0, t0);
    storeWords(out + 32, s1, t1);
    storeWords(out + 64, s2, t2);
    storeWords(out + 96, s3, t3);
  }
}
