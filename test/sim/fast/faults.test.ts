import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { planFastRun } from '../../../src/sim/fast/fast-run.ts';
import { withFault, type Fault } from '../../support/planted-fault.ts';
import { datapathOf, layerCases } from './layers.ts';
import { differences, expectedResult, formOf, resultOf } from './oracle.ts';

const FAULTS: readonly Fault[] = [
  { name: 'the tree adds lanes 0 and 2 first, in chunks of 16', file: 'tree.ts', from: 'const left = f32x4.add(f32x4.add(v128.load(p), v128.load(p + size)), f32x4.add(v128.load(p + 2 * size)', to: 'const left = f32x4.add(f32x4.add(v128.load(p), v128.load(p + 2 * size)), f32x4.add(v128.load(p + size)' },
  { name: 'the tree forgets its last lane', file: 'tree.ts', from: 'count = (count + 1) >> 1', to: 'count >>= 1' },
  { name: 'the tree adds from the other end', file: 'tree.ts', from: 'for (let i = 0; i < count; i += 2) {\n      const from = terms + <usize>i * size;\n      const alone = i + 1 == count;', to: 'for (let i = count - 1; i >= 0; i -= 2) {\n      const from = terms + <usize>max(i - 1, 0) * size;\n      const alone = i == 0;' },
  { name: 'the rounding of subnormal terms is missed', file: 'sums.ts', from: 'return f32x4.sub(f32x4.add(term, beside), beside);', to: 'return term;' },
  { name: 'terms in binary64 are rounded twice', file: 'chunk.ts', from: 'const low = f64x2.mul(f64x2.mul(f64x2.convert_low_i32x4_s(sums), row), v128.load(columns));', to: 'const low = f64x2.mul(f64x2.mul(f64x2.promote_low_f32x4(f32x4.demote_f64x2_zero(f64x2.convert_low_i32x4_s(sums))), row), v128.load(columns));' },
  { name: 'subnormal numbers are flushed one too early', file: 'tree.ts', from: 'const subnormal = f32x4.lt(', to: 'const subnormal = f32x4.le(' },
  { name: 'padding is one element too wide', file: 'pack.ts', from: 'let source = from;\n    let at = to;', to: 'let source = from;\n    let at = to + 2;' },
  { name: 'sums of pairs overflow 16 bits', file: 'sums.ts', from: 'a31 = i32x4.add(a31,', to: 'a31 = i16x8.add(a31,' },
  { name: 'the last tap of an odd kernel is dropped', file: 'pack.ts', from: 'const lone = i32x4(<i32>load<u16>(plane),', to: 'const lone = i32x4(0,' },
  { name: 'single taps of the second group are those of the first', file: 'single.ts', from: 'const vb = va + pitch;', to: 'const vb = va;' },
  { name: 'a stride of 2 takes the odd columns', file: 'pack.ts', from: 'v128.and(v128.load(first), i32x4.splat(0xffff))', to: 'i32x4.shr_u(v128.load(first), 16)' },
  { name: 'saturation goes to the wrong end', file: 'checked.ts', from: 'v128.bitselect(low, high, i32x4.shr_s(product, 31))', to: 'v128.bitselect(high, low, i32x4.shr_s(product, 31))' },
  { name: 'an overflow of 32 bits is not seen', file: 'checked.ts', from: 'if (full) return i32x4.shr_s(v128.and(v128.xor(old, sum), v128.xor(product, sum)), 31);', to: 'if (full) return i32x4.splat(0);' },
  { name: 'the first overflow is the last one', file: 'checked.ts', from: 'if (at < first ||', to: 'if (first == 0xffff_ffff || at > first ||' },
  { name: 'the output scale is not applied to the last columns', file: 'finish.ts', from: 'scaled(v128.load32_splat(from + (<usize>column << 2)), back, factor, scaling, flush)', to: 'v128.load32_splat(from + (<usize>column << 2))' },
  { name: 'a square takes its last row of positions with the wrong sign', file: 'squares-sums.ts', from: 'putTerm(i32x4.sub(below1, i32x4.add(below2, below3)), factor', to: 'putTerm(i32x4.sub(below1, i32x4.sub(below2, below3)), factor' },
  { name: 'transformed weights add what they should subtract', file: 'squares-weights.ts', from: 'v128.store(to, i16x8.sub(sum, middle), 32);', to: 'v128.store(to, i16x8.add(sum, middle), 32);' },
  { name: 'transformed elements of the third column are those of the second', file: 'squares-pack.ts', from: 'const nextA = v128.load(a, 4);', to: 'const nextA = v128.load(a, 2);' },
  { name: 'taps that go backwards are taken forwards', file: 'squares-weights.ts', from: 'const first = flip ? words + 128 : words;\n  const step: usize = flip ? <usize>-16 : 16;', to: 'const first = words;\n  const step: usize = 16;' },
  { name: 'elements times their multipliers overflow 16 bits', file: 'fold-scales.ts', from: 'const LARGEST_INT16: f32 = 32767;', to: 'const LARGEST_INT16: f32 = 131071;' },
  { name: 'a multiplier misses its odd part', file: 'fold-scales.ts', from: 'i32x4.trunc_sat_f32x4_s(f32x4.mul(first, inverse))', to: 'i32x4.trunc_sat_f32x4_s(f32x4.mul(v128.and(first, i32x4.splat(0xff80_0000)), inverse))' },
  { name: "what only X has in one unit is folded", file: 'fold-levels.ts', from: 'return min(load<u8>(notes + pair, STORED), load<u8>(yNodes + pair)) >= level;', to: 'return load<u8>(notes + pair, STORED) >= level;' },
  { name: "what only Y has in one unit is folded", file: 'fold-levels.ts', from: 'return min(load<u8>(notes + pair, STORED), load<u8>(yNodes + pair)) >= level;', to: 'return load<u8>(yNodes + pair) >= level;' },
  { name: 'nodes of all chunks are chosen by the Y of the first', file: 'fold-levels.ts', from: 'yNodes += Y_NODES_BYTES;', to: '' },
  { name: 'the second group of a pair on its own keeps the first', file: 'folded-chunk.ts', from: 'v128.and(word, i32x4.splat(0xffff_0000))', to: 'word' },
  { name: 'groups that are not folded share a factor', file: 'folded-chunk.ts', from: 'const factor = f + (<usize>group << 4);', to: 'const factor = f + (<usize>(group & ~1) << 4);' },
  { name: 'pairs that are not folded are added in the wrong order', file: 'folded-chunk.ts', from: 'let ended = ctz(group) - level;', to: 'let ended = group == 1 << level ? 0 : 1;' },
  { name: 'a node of four is folded though its pairs are rounded', file: 'fold-levels.ts', from: 'const rounded = v128.and(areWithin(low, inverseOf(v128.load(units)), exact), areWithin(high, inverseOf(v128.load(units, 16)), exact));', to: 'const rounded = i32x4.splat(-1);' },
  { name: 'a node of eight is folded though its fours are rounded', file: 'fold-levels.ts', from: 'const rounded = v128.and(areWithin(low, first, exact), areWithin(high, second, exact));', to: 'const rounded = i32x4.splat(-1);' },
  { name: 'sums of 26 bits are taken for exact', file: 'fold-levels.ts', from: 'const others = <usize>(ofChunk - blocks);', to: 'exact *= 4;\n  const others = <usize>(ofChunk - blocks);' },
  { name: "Y's multipliers of pairs are taken for those of fours", file: 'fold-levels.ts', from: 'const Y_FOURS: usize = 80;', to: 'const Y_FOURS: usize = Y_PAIRS;' },
  { name: 'the second half of a tile is missed', file: 'squares-sums.ts', from: 'const both = vectors == 1 ? sums : whole == 2 ? end : upper;', to: 'const both = whole == 2 ? sums : upper;' },
  { name: 'lower outputs are missed', file: 'squares-sums.ts', from: 'const first = whole == 0 ? upper : end;', to: 'const first = upper;' },
  { name: 'all planes have the multiplier of the first', file: 'pack.ts', from: 'factors += 2;', to: '' },
  { name: 'norms of windows are half of theirs', file: 'squares-pack.ts', from: 'i32x4.add(i32x4.add(above, middle), below)', to: 'i32x4.shr_u(i32x4.add(i32x4.add(above, middle), below), 2)' },
  { name: 'integers of eight bits are decoded as bytes', file: 'fold-elements.ts', from: 'const MOST_NARROW_MANTISSA = 4;', to: 'const MOST_NARROW_MANTISSA = 5;' },
  { name: 'taps that are left of eight miss their second group', file: 'fold-elements.ts', from: 'return <u32>load<u16>(a) | (<u32>load<u16>(b) << 8);', to: 'return <u32>load<u16>(a);' },
  { name: 'the fourth pair of eight groups is missed', file: 'squares-sums.ts', from: 'w = v128.load32_splat(s, 3 * S + 12);', to: 'w = v128.load32_splat(s, 2 * S + 12);' },
  { name: 'the seventh tap of a right output has the wrong sign', file: 'lines-pack.ts', from: 'i16x8.neg(twice)', to: 'twice' },
  { name: 'the seventh taps of two lines meet the first of them', file: 'lines-pack.ts', from: 'line + 1 < lines ? lineBytes : 0', to: '0' },
  { name: 'the words behind a last seventh tap are taken for it', file: 'lines-pack.ts', from: 'v128.and(wordsOfRows(plane + 12, rowStep, rows), i32x4.splat(0xffff))', to: 'wordsOfRows(plane + 12, rowStep, rows)' },
  { name: 'right outputs are those of the left ones', file: 'lines-chunk.ts', from: 'i32x4.sub(i32x4.sub(m1, m2)', to: 'i32x4.add(i32x4.add(m1, m2)' },
  { name: 'the lower edge of a plane is not seen', file: 'squares-write.ts', from: 'if ((edges & 2) == 0) storeTwo', to: 'if (true) storeTwo' },
  { name: 'what lies beyond a row is taken for padding', file: 'pack.ts', from: 'v128.and(i16x8.mul(decoded(v128.load(source), magnitudes, hidden, M, way), factors), last)', to: 'i16x8.mul(decoded(v128.load(source), magnitudes, hidden, M, way), factors)' },
  { name: 'multipliers are missed between strides', file: 'fold.ts', from: 'const factors = i16x8.splat(<i16>factor);', to: 'const factors = i16x8.splat(1);' },
  { name: 'rows are passed over beside others that have no term', file: 'chunk.ts', from: '(rows & 12) != 0 ?', to: '(rows & 12) == 12 ?' },
  { name: 'groups are passed over beside others that have no term', file: 'chunk.ts', from: '(halves & BOTH_GROUPS) == 0', to: '(halves & (FIRST_ROWS | LAST_ROWS)) == 0' },
  { name: 'the last two rows are those of the first', file: 'chunk.ts', from: 'sumTwoRows(v, pitch, s + 8, pairs, f + 8, out + TWO_ROWS, Then.AddScaled)', to: 'sumTwoRows(v, pitch, s, pairs, f + 8, out + TWO_ROWS, Then.AddScaled)' },
];

const folder = mkdtempSync(join(tmpdir(), 'mlsim-faults-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

/** Whether a module's results differ from the functional engine's. @param numRuns as many as the engine's test has */
function differs(module: WebAssembly.Module, numRuns: number): boolean {
  const equal = fc.property(layerCases, (layer) => {
    const { conv, x, y } = layer;
    const datapath = datapathOf(layer);
    const tensorScale = datapath.tensorScaleMultiplications;
    const run = planFastRun(conv, formOf(datapath), x, y, tensorScale);
    if ('refused' in run) return;
    const found = resultOf(conv, datapath, { ...run, module }, x, y);
    expect(differences(found, expectedResult(conv, datapath, x, y))).toBe('');
  });
  return fc.check(equal, { numRuns, endOnFailure: true }).failed;
}

describe('a wrong kernel', () => {
  it.each(FAULTS)('is noticed: $name', async (fault) => {
    expect(differs(await withFault('convolution', fault, folder), 1600)).toBe(true);
  });

  it('is not seen in the sources as they are', async () => {
    const { file, from } = FAULTS[0];
    expect(differs(await withFault('convolution', { name: 'none', file, from, to: from }, folder), 200)).toBe(false);
  });
});
