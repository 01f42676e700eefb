/** The adder tree of binary32: adjacent lanes in pairs, level by level, and the running sum. Each addition is f32x4.add, which IEEE 754 defines. */

const SMALLEST_NORMAL: f32 = 1.1754943508222875e-38;

/** Subnormal numbers as zeros of their sign, where they are flushed. */
// @ts-ignore: decorator
@inline
export function flushed(value: v128, flush: bool): v128 {
  if (!flush) return value;
  const subnormal = f32x4.lt(f32x4.abs(value), f32x4.splat(SMALLEST_NORMAL));
  return v128.bitselect(v128.and(value, i32x4.splat(0x8000_0000)), value, subnormal);
}

// @ts-ignore: decorator
@inline
function add(a: v128, b: v128, flush: bool): v128 {
  return flushed(f32x4.add(a, b), flush);
}

/**
 * Reduces the terms of one chunk, a tile each, to one in the first place. Lanes from `count` on are +0: what has no neighbour is added to +0 once,
 * which makes -0 a +0; a second time changes nothing.
 * @param size bytes of a tile @param count terms, 1..width @param width T
 */
// @ts-ignore: decorator
@inline
function reduce(terms: usize, size: usize, count: i32, width: i32, flush: bool): void {
  for (let lanes = width; lanes > 1; lanes >>= 1) {
    let to = terms;
    for (let i = 0; i < count; i += 2) {
      const from = terms + <usize>i * size;
      const alone = i + 1 == count;
      for (let j: usize = 0; j < size; j += 16) {
        const right = alone ? i32x4.splat(0) : v128.load(from + size + j);
        v128.store(to + j, add(v128.load(from + j), right, flush));
      }
      to += size;
    }
    if (count == 1) return;
    count = (count + 1) >> 1;
  }
}

// @ts-ignore: decorator
@inline
function reduceAndAdd(terms: usize, size: usize, count: i32, width: i32, run: usize, flush: bool): void {
  reduce(terms, size, count, width, flush);
  for (let j: usize = 0; j < size; j += 16) v128.store(run + j, add(v128.load(run + j), v128.load(terms + j), flush));
}

/** The sum of up to four lanes of a tree of more than four, and the running sum. Equal to `reduceAndAdd`, without storing any node. */
// @ts-ignore: decorator
@inline
function addFew(terms: usize, size: usize, count: i32, run: usize): void {
  const zero = i32x4.splat(0);
  for (let j: usize = 0; j < size; j += 16) {
    const p = terms + j;
    const left = f32x4.add(v128.load(p), count > 1 ? v128.load(p + size) : zero);
    const right = count > 2 ? f32x4.add(v128.load(p + 2 * size), count > 3 ? v128.load(p + 3 * size) : zero) : zero;
    v128.store(run + j, f32x4.add(v128.load(run + j), f32x4.add(f32x4.add(left, right), zero)));
  }
}

/** Adds the chunk's sum to the running sums of a tile. */
export function addChunk(terms: usize, size: usize, count: i32, width: i32, run: usize, flush: bool): void {
  if (flush) reduceAndAdd(terms, size, count, width, run, true);
  else if (count <= 4 && width > 4) addFew(terms, size, count, run);
  else reduceAndAdd(terms, size, count, width, run, false);
}

/** The upper levels of a full chunk of 16, whose first level is done: 8 nodes of a tile of 4 rows, and the running sum. */
// @ts-ignore: decorator
@inline
export function addChunkOf16(nodes: usize, size: usize, run: usize): void {
  for (let j: usize = 0; j < size; j += 16) {
    const p = nodes + j;
    const left = f32x4.add(f32x4.add(v128.load(p), v128.load(p + size)), f32x4.add(v128.load(p + 2 * size), v128.load(p + 3 * size)));
    const right = f32x4.add(f32x4.add(v128.load(p + 4 * size), v128.load(p + 5 * size)), f32x4.add(v128.load(p + 6 * size), v128.load(p + 7 * size)));
    v128.store(run + j, f32x4.add(v128.load(run + j), f32x4.add(left, right)));
  }
}

/** A vector of `addNodes`. */
// @ts-ignore: decorator
@inline
function addNodesOf(p: usize, run: usize): void {
  const sum = f32x4.add(f32x4.add(v128.load(p), v128.load(p, NODE)), f32x4.add(v128.load(p, 2 * NODE), v128.load(p, 3 * NODE)));
  v128.store(run, f32x4.add(v128.load(run), sum));
}

/** Bytes of a node: a tile of 4 rows. */
const NODE: usize = 128;

/** The same where two levels are done: 4 nodes. */
// @ts-ignore: decorator
@inline
export function addNodes(nodes: usize, run: usize): void {
  addNodesOf(nodes, run);
  addNodesOf(nodes + 16, run + 16);
  addNodesOf(nodes + 32, run + 32);
  addNodesOf(nodes + 48, run + 48);
  addNodesOf(nodes + 64, run + 64);
  addNodesOf(nodes + 80, run + 80);
  addNodesOf(nodes + 96, run + 96);
  addNodesOf(nodes + 112, run + 112);
}

// @ts-ignore: decorator
@inline
function addVector(to: usize, right: usize): void {
  v128.store(to, f32x4.add(v128.load(to), v128.load(right)));
}

/** A node of a tile of 4 rows, in place. */
// @ts-ignore: decorator
@inline
export function addTile(to: usize, right: usize): void {
  addVector(to, right);
  addVector(to + 16, right + 16);
  addVector(to + 32, right + 32);
  addVector(to + 48, right + 48);
  addVector(to + 64, right + 64);
  addVector(to + 80, right + 80);
  addVector(to + 96, right + 96);
  addVector(to + 112, right + 112);
}
