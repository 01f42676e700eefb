/**
 * Groups of one tap (1x1 kernels): a term is the product of two integers and their factors, all of it exact in binary32. Both sides are scaled beforehand,
 * and a term is one product.
 */
import { ROW_TILE, TILE } from './sums';
import { addNodes } from './tree';

/** Integers in words, as `packRows` leaves single taps, to scaled numbers in place. @param factors as many binary32 numbers */
export function scaleRows(at: usize, factors: usize, words: i32): void {
  const end = at + (<usize>words << 2);
  for (; at < end; at += 16) {
    const integers = i32x4.shr_s(i32x4.shl(v128.load(at), 16), 16);
    v128.store(at, f32x4.mul(f32x4.convert_i32x4_s(integers), v128.load(factors)));
    factors += 16;
  }
}

/** The panel of some groups: the source element of each column times the group's factor. @param factors [group] Other parameters are those of `packPanel`. */
export function packSingles(plane: usize, planeStep: usize, groups: i32, factors: usize, runs: usize, runCount: i32, step: i32, to: usize, pitch: usize): void {
  for (let g = 0; g < groups; g++) {
    packSingle(plane, load<f32>(factors + (<usize>g << 2)), runs, runCount, step, to);
    plane += planeStep;
    to += pitch;
  }
}

// @ts-ignore: decorator
@inline
function packSingle(plane: usize, factor: f32, runs: usize, runCount: i32, step: i32, to: usize): void {
  const scale = f32x4.splat(factor);
  for (let run = 0; run < runCount; run++) {
    const count = load<i32>(runs + <usize>run * 8);
    let from = plane + <usize>load<u32>(runs + <usize>run * 8, 4);
    let at = to;
    if (step == 1) {
      for (let done = 0; done < count; done += 8) {
        const integers = v128.load(from);
        v128.store(at, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(integers)), scale));
        v128.store(at, f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(integers)), scale), 16);
        from += 16;
        at += 32;
      }
    } else {
      for (let done = 0; done < count; done++) {
        store<f32>(at, <f32>load<i16>(from) * factor);
        from += <usize>step << 1;
        at += 4;
      }
    }
    to += <usize>count << 2;
  }
}

/** Four lanes of the tree for 4 columns. */
// @ts-ignore: decorator
@inline
function quarter(a: v128, b: v128, c: v128, d: v128, wa: v128, wb: v128, wc: v128, wd: v128): v128 {
  return f32x4.add(f32x4.add(f32x4.mul(a, wa), f32x4.mul(b, wb)), f32x4.add(f32x4.mul(c, wc), f32x4.mul(d, wd)));
}

/** A row of it. @param s [group][4], the first row's or a later one's */
// @ts-ignore: decorator
@inline
function putRow(a0: v128, a1: v128, b0: v128, b1: v128, c0: v128, c1: v128, d0: v128, d1: v128, s: usize, out: usize): void {
  const wa = v128.load32_splat(s);
  const wb = v128.load32_splat(s, 16);
  const wc = v128.load32_splat(s, 32);
  const wd = v128.load32_splat(s, 48);
  v128.store(out, quarter(a0, b0, c0, d0, wa, wb, wc, wd));
  v128.store(out, quarter(a1, b1, c1, d1, wa, wb, wc, wd), 16);
}

/**
 * Sixteen full lanes of a tree. Equal to `fusedChunk` on groups of one tap.
 * @param v panel [group][columns] @param s [block][group][4] @param nodes room for 4 tiles @param run [block][tile]
 */
export function singleChunk(v: usize, pitch: usize, s: usize, sBlock: usize, nodes: usize, run: usize, tiles: i32, blocks: i32): void {
  for (let block = 0; block < blocks; block++) {
    for (let tile = 0; tile < tiles; tile++) {
      let va = v + <usize>tile * ROW_TILE;
      let sa = s;
      for (let node: usize = 0; node < 4 * TILE; node += TILE) {
        const vb = va + pitch;
        const vc = vb + pitch;
        const vd = vc + pitch;
        const a0 = v128.load(va);
        const a1 = v128.load(va, 16);
        const b0 = v128.load(vb);
        const b1 = v128.load(vb, 16);
        const c0 = v128.load(vc);
        const c1 = v128.load(vc, 16);
        const d0 = v128.load(vd);
        const d1 = v128.load(vd, 16);
        const out = nodes + node;
        putRow(a0, a1, b0, b1, c0, c1, d0, d1, sa, out);
        putRow(a0, a1, b0, b1, c0, c1, d0, d1, sa + 4, out + ROW_TILE);
        putRow(a0, a1, b0, b1, c0, c1, d0, d1, sa + 8, out + 2 * ROW_TILE);
        putRow(a0, a1, b0, b1, c0, c1, d0, d1, sa + 12, out + 3 * ROW_TILE);
        sa += 64;
        va = vd + pitch;
      }
      addNodes(nodes, run);
      run += TILE;
    }
    s += sBlock;
  }
}
