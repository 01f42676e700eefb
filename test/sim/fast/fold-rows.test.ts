import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { philoxIntegers } from '../../../src/bits/philox.ts';
import { elementFormat, elementInteger, type ElementFormat } from '../../../src/formats/element.ts';
import { Y_NODES_BYTES } from '../../../src/sim/fast/fold-columns.ts';
import { foldScratchBytes, NOTES_BYTES } from '../../../src/sim/fast/fold-rows.ts';
import { foldLimits } from '../../../src/sim/fast/folding.ts';
import { kernelsOn } from '../../../src/sim/fast/kernels.ts';
import { fastModule } from '../../../src/sim/fast/modules.ts';
import { withFault, type Fault } from '../../support/planted-fault.ts';

const GROUPS = 16;
/** Where the notes of a chunk have the levels of what shares a unit. */
const STORED = 384;
const Y_MAX = 124;
/** Of 7, 8 and 9 bits. */
const ELEMENTS = [elementFormat(2, 4), elementFormat(2, 5), elementFormat(2, 6)] as const;
const integersOf = (element: ElementFormat): number[] => Array.from({ length: 2 ** element.codeBits }, (_, code) => elementInteger(element, code));

/** A scale of a group: odd x 2^exponent. Multipliers of Y are by level: in the unit of its pair, its four, its eight. */
interface Chunk {
  readonly element: ElementFormat;
  readonly squares: boolean;
  readonly flip: boolean;
  readonly taps: number;
  readonly groups: number;
  readonly rows: number;
  /** By [row][group][tap]. */
  readonly codes: readonly number[];
  /** By [row][group]: code 2k is 2^-k, code 2k + 1 is 1.5 x 2^-k. */
  readonly scales: readonly number[];
  /** By [group]. */
  readonly yScales: readonly number[];
  /** By [group], the largest norm of windows over the largest magnitude of Y. */
  readonly yNorms: readonly number[];
}

const scaleOf = (code: number): number => (code % 2 === 0 ? 1 : 1.5) * 2 ** -Math.floor(code / 2);
/** The largest power of two that all of some numbers are multiples of. */
const unitOf = (scales: readonly number[]): number => Math.min(...scales.filter((scale) => scale > 0).map((scale) => (Math.log2(scale) % 1 === 0 ? scale : scale / 3)));

const chunks: fc.Arbitrary<Chunk> = fc
  .record({ element: fc.constantFrom(ELEMENTS[0], ...ELEMENTS), squares: fc.boolean(), flip: fc.boolean(), taps: fc.integer({ min: 2, max: 25 }), groups: fc.integer({ min: 1, max: GROUPS }), rows: fc.integer({ min: 1, max: 4 }), most: fc.boolean(), spread: fc.constantFrom(2, 4, 6, 8, 14, 28), ySpread: fc.constantFrom(2, 4, 8, 14, 28) })
  .chain(({ element, squares, taps: anyTaps, groups, rows, most, spread, ySpread, flip }) => {
    const taps = squares ? 9 : anyTaps;
    const largest = element.maxMagnitudeCode;
    const code = most ? fc.constantFrom(largest, 2 * largest + 1, largest - 1, largest) : fc.integer({ min: 0, max: 2 * largest + 1 });
    const list = (item: fc.Arbitrary<number>, length: number): fc.Arbitrary<number[]> => fc.array(item, { minLength: length, maxLength: length });
    // Some planes are zeros.
    const planes = fc.array(fc.oneof({ weight: 9, arbitrary: list(code, taps) }, { weight: 1, arbitrary: fc.constant(new Array<number>(taps).fill(0)) }), { minLength: rows * groups, maxLength: rows * groups });
    return fc.record({
      element: fc.constant(element),
      squares: fc.constant(squares),
      flip: fc.constant(squares && flip),
      taps: fc.constant(taps),
      groups: fc.constant(groups),
      rows: fc.constant(rows),
      codes: planes.map((all) => all.flat()),
      scales: list(fc.nat(spread), rows * groups),
      yScales: list(fc.nat(ySpread), GROUPS),
      yNorms: list(fc.constantFrom(0, 1 / Y_MAX, 1, 1.5, 1.7, 2, 3).map(Math.fround), GROUPS),
    });
  });

/** Y's side in plain numbers: levels of pairs, and multipliers by level (0 to 2 for nodes of 2, 4, 8), and of the level that a pair has. */
function ofY({ yScales }: Chunk, limit: number) {
  const scales = yScales.map(scaleOf);
  const multipliers = [2, 4, 8].map((size) => scales.map((scale, g) => scale / unitOf(scales.slice(g - (g % size), g - (g % size) + size))));
  const levels = Array.from({ length: GROUPS / 2 }, (_, pair) => [3, 2, 1].find((level) => {
    const size = 2 ** level;
    const first = 2 * pair - ((2 * pair) % size);
    return multipliers[level - 1].slice(first, first + size).every((multiplier) => multiplier <= limit);
  }) ?? 0);
  const stored = levels.flatMap((level, pair) => (level === 0 ? [1, 1] : [multipliers[level - 1][2 * pair], multipliers[level - 1][2 * pair + 1]]));
  /** Units of nodes over the ones that their groups have, where these are no smaller nodes. */
  const units = [2, 4].flatMap((size, i) => Array.from({ length: GROUPS / size }, (_, node) => (levels[(node * size) / 2] <= i ? 1 : stored[node * size] / multipliers[i][node * size])));
  return { levels, multipliers, stored, units };
}

/** (2G) g (2G)^T in plain numbers. */
function transformed(taps: readonly number[], flip: boolean): number[] {
  const G = [[2, 0, 0], [1, 1, 1], [1, -1, 1], [0, 0, 2]];
  const g = flip ? [...taps].reverse() : taps;
  return G.flatMap((a) => G.map((b) => a.reduce((sum, left, i) => sum + left * b.reduce((inner, right, j) => inner + right * g[3 * i + j], 0), 0)));
}

/** The largest magnitude that any signs of the elements give. */
function largestTransformed(taps: readonly number[]): number {
  const m = taps.map(Math.abs);
  const edge = Math.max(m[0] + m[1] + m[2], m[6] + m[7] + m[8], m[0] + m[3] + m[6], m[2] + m[5] + m[8]);
  return Math.max(m.reduce((a, b) => a + b), 2 * edge, 4 * Math.max(m[0], m[2], m[6], m[8]));
}

function folded(module: WebAssembly.Module, chunk: Chunk) {
  const { element, squares, flip, taps, groups, rows, codes, scales } = chunk;
  const limits = foldLimits(elementInteger(element, element.maxMagnitudeCode), Y_MAX, taps, squares);
  const y = ofY(chunk, limits.y);
  const memory = new WebAssembly.Memory({ initial: 16, maximum: 16, shared: true });
  const [CODES, SCALES, TABLE, Y, SCRATCH, TO, FACTORS, NOTES, LEVELS] = [2 ** 12, 2 ** 16, 2 ** 17, 2 ** 18, 2 ** 18 + 2 ** 12, 2 ** 18 + 2 ** 16, 2 ** 19, 2 ** 19 + 2 ** 10, 2 ** 19 + 2 ** 12];
  new Uint16Array(memory.buffer, CODES, codes.length).set(codes);
  new Uint16Array(memory.buffer, SCALES, scales.length).set(scales);
  const table = new Float32Array(memory.buffer, TABLE, 32);
  table.forEach((_, code) => { table[code] = scaleOf(code); });
  new Uint8Array(memory.buffer, Y, 8).set(y.levels);
  const norms = chunk.yNorms.map((norm) => (limits.norms ? norm : 1));
  const numbers = [...[...y.multipliers[0], ...y.multipliers[1]].map((multiplier, i) => multiplier * norms[i % GROUPS]), ...y.units];
  new Float32Array(memory.buffer, Y + 16, numbers.length).set(numbers);
  expect(Y_NODES_BYTES).toBe(16 + 4 * numbers.length);
  new Uint8Array(memory.buffer).fill(0xa5, SCRATCH, SCRATCH + foldScratchBytes(taps) + 64);
  const words = squares ? 16 : taps;
  new Uint8Array(memory.buffer).fill(0xa5, TO, FACTORS + 2 ** 12);
  const kernels = kernelsOn(memory, module);
  kernels.foldRows(
    CODES, 2 * taps * groups, 2 * taps, SCALES, 2 * groups, 2, taps, groups, rows, element.E, element.M, TABLE, limits.xElements, limits.norms, squares, flip, SCRATCH, TO, 0, FACTORS, NOTES, 1,
  );
  kernels.layLevels(NOTES, FACTORS, 1, Y, limits.sums, limits.exact, LEVELS, 1, 1);
  expect([...new Uint8Array(memory.buffer, SCRATCH + foldScratchBytes(taps), 64)]).toEqual(new Array(64).fill(0xa5));
  expect([...new Uint8Array(memory.buffer, NOTES + NOTES_BYTES, 64)]).toEqual(new Array(64).fill(0xa5));
  return {
    limits,
    y,
    words,
    /** By pair: how many groups share a unit, and how many are one sum. */
    stored: [...new Uint8Array(memory.buffer, NOTES + STORED, 8)],
    levels: [...new Uint8Array(memory.buffer, LEVELS, 8)],
    norms,
    /** By [group][row]. */
    factors: new Float32Array(memory.buffer, FACTORS, 4 * GROUPS),
    integers: new Int16Array(memory.buffer, TO, 2 * GROUPS * words * 4),
  };
}

/** Nodes are the largest that fit and round once. @param reached counts levels */
function rules(module: WebAssembly.Module, reached: Map<string, number>): fc.IProperty<[Chunk]> {
  return fc.property(chunks, (chunk) => {
    const { element, squares, flip, taps, groups, rows, codes, scales } = chunk;
    const integers = integersOf(element);
    const result = folded(module, chunk);
    const { limits, y, words, stored, levels, norms } = result;
    const elements = (row: number, group: number): number[] => Array.from({ length: taps }, (_, tap) => integers[codes[(row * groups + group) * taps + tap]]);
    const exists = (row: number, group: number): boolean => row < rows && group < groups;
    const isZero = (row: number, group: number): boolean => !exists(row, group) || elements(row, group).every((integer) => integer === 0);
    const scale = (row: number, group: number): number => (isZero(row, group) ? 0 : scaleOf(scales[row * groups + group]));
    const sum = (row: number, group: number): number => (exists(row, group) ? elements(row, group).reduce((all, integer) => all + Math.abs(integer), 0) : 0);
    /** What a sum of products is at most, over the largest magnitude of Y. */
    const bound = (row: number, group: number): number => (limits.norms && exists(row, group) ? Math.hypot(...elements(row, group)) * norms[group] : sum(row, group));
    /** Of elements as they are multiplied; without a transformation so that their sum, times 16-bit integers, fits 32 bits as well. */
    const largest = (row: number, group: number): number =>
      !exists(row, group) ? 0 : squares ? largestTransformed(elements(row, group)) : Math.max(limits.xElements, Math.ceil(sum(row, group) / 2));

    /** Whether the sums of a node with multipliers of Y are within a limit for all rows, in the node's unit. */
    const within = (first: number, size: number, yMultipliers: readonly number[], limit: number): boolean => Array.from({ length: 4 }, (_, row) => row).every((row) => {
      const members = Array.from({ length: size }, (_, i) => first + i);
      const unit = unitOf(members.map((group) => scale(row, group)));
      return members.reduce((all, group) => all + (scale(row, group) === 0 ? 0 : (scale(row, group) / unit) * bound(row, group) * yMultipliers[group]), 0) <= limit;
    });
    const shareUnit = (first: number, size: number): boolean => Array.from({ length: 4 }, (_, row) => row).every((row) => {
      const members = Array.from({ length: size }, (_, i) => first + i);
      const unit = unitOf(members.map((group) => scale(row, group)));
      return members.every((group) => scale(row, group) === 0 || (scale(row, group) / unit) * largest(row, group) < 2 ** 15);
    });
    const possible = (pair: number): number => [3, 2, 1].find((level) => shareUnit(2 * pair - ((2 * pair) % 2 ** level), 2 ** level)) ?? 0;
    expect(stored).toEqual(Array.from({ length: 8 }, (_, pair) => possible(pair)));

    /** Whether a node's sum fits 32 bits, in the units that its groups have. */
    const fits = (first: number, size: number): boolean => {
      const shared = 2 ** stored[first / 2];
      const unitsOf = (row: number): number => unitOf(Array.from({ length: shared }, (_, i) => scale(row, first - (first % shared) + i)));
      return Array.from({ length: 4 }, (_, row) => row).every((row) =>
        Array.from({ length: size }, (_, i) => first + i).reduce((all, group) => all + (scale(row, group) === 0 ? 0 : (scale(row, group) / unitsOf(row)) * bound(row, group) * y.stored[group]), 0) <= limits.sums);
    };
    const isExact = (first: number, level: 1 | 2): boolean => within(first, 2 ** level, y.multipliers[level - 1], limits.exact);
    const chosen = (pair: number): number => {
      const first = 2 * pair;
      const four = first - (first % 4);
      const eight = first - (first % 8);
      const share = Math.min(stored[pair], y.levels[pair]);
      // Where fours are exact, their pairs are.
      if (share === 3 && fits(eight, 8) && isExact(eight, 2) && isExact(eight + 4, 2)) return 3;
      if (share >= 2 && fits(four, 4) && isExact(four, 1) && isExact(four + 2, 1)) return 2;
      return share >= 1 && fits(first, 2) ? 1 : 0;
    };
    expect(levels).toEqual(Array.from({ length: 8 }, (_, pair) => chosen(pair)));
    for (const level of levels) reached.set(`${squares ? 'squares' : 'taps'} ${level}`, (reached.get(`${squares ? 'squares' : 'taps'} ${level}`) ?? 0) + 1);

    stored.forEach((level, pair) => {
      const size = Math.max(2, 2 ** level);
      const first = 2 * pair - ((2 * pair) % size);
      for (let row = 0; row < 4; row++) {
        const node = Array.from({ length: size }, (_, i) => scale(row, first + i));
        const unit = node.some((one) => one > 0) ? unitOf(node) : 0;
        for (const which of [0, 1]) {
          const group = 2 * pair + which;
          const factor = result.factors[4 * group + row];
          expect(factor).toBe(level > 0 ? unit : scale(row, group));
          const own = exists(row, group) ? elements(row, group) : new Array<number>(taps).fill(0);
          const expected = (squares ? transformed(own, flip) : own).map((integer) => (level > 0 && unit > 0 ? (integer * scale(row, group)) / unit : integer));
          const found = expected.map((_, word) => result.integers[(pair * words + word) * 8 + row * 2 + which]);
          expect(found).toEqual(expected.map((integer) => (integer === 0 ? 0 : integer)));
        }
      }
    });
  });
}

const RUNS = 1500;

/** What is wrong with bounds only shows in which nodes are chosen, as few sums come near. */
const FAULTS: readonly Fault[] = [
  { name: 'the last tap is missing in norms', file: 'squares-weights.ts', from: 'const last = i16x8.mul(a8, a8);', to: 'const last = i16x8.splat(0);' },
  { name: "a pair's unit is taken for the four's", file: 'fold-levels.ts', from: 'const first = inverseOf(i32x4.min_u(v128.load(units), v128.load(units, 16)));', to: 'const first = inverseOf(v128.load(units));' },
  { name: 'both groups of a pair have the norm of the first', file: 'fold.ts', from: 'boundOf(secondSums, v128.load(bounds, 48), norms)', to: 'boundOf(secondSums, v128.load(bounds, 32), norms)' },
];

const folder = mkdtempSync(join(tmpdir(), 'mlsim-faults-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

describe('folded rows', () => {
  it('are elements times scales in the units of their nodes, the largest that fit and round once', () => {
    const reached = new Map<string, number>();
    fc.assert(rules(fastModule('convolution'), reached), { numRuns: RUNS });
    expect([...reached.keys()].sort()).toEqual(['squares 0', 'squares 1', 'squares 2', 'squares 3', 'taps 0', 'taps 1', 'taps 2', 'taps 3']);
    expect(Math.min(...reached.values())).toBeGreaterThan(50);
  });

  it.each(FAULTS)('are not so with a wrong kernel: $name', async (fault) => {
    expect(fc.check(rules(await withFault('convolution', fault, folder), new Map()), { numRuns: RUNS, endOnFailure: true }).failed).toBe(true);
  });

  it('have the same levels when only some blocks are looked at', () => {
    const [BLOCKS, CHUNKS] = [3, 2];
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
    const [NOTES, FACTORS, Y, ALL, SOME] = [1024, 8192, 16384, 20480, 24576];
    const kernels = kernelsOn(memory, fastModule('convolution'));
    const found = new Set<number>();
    fc.assert(
      fc.property(fc.nat(2 ** 31), (seed) => {
        const random = philoxIntegers(BigInt(seed), 0, 24);
        for (let i = 0; i < BLOCKS * CHUNKS; i++) {
          new Float32Array(memory.buffer, NOTES + NOTES_BYTES * i, 64).forEach((_, j, bounds) => { bounds[j] = 2 ** (7 + (random(1000 * i + j) % 11)); });
          new Int32Array(memory.buffer, NOTES + NOTES_BYTES * i + 256, 32).fill(126);
          new Uint8Array(memory.buffer, NOTES + NOTES_BYTES * i + STORED, 8).forEach((_, pair, stored) => { stored[pair] = 3 - (random(1000 * i + 64 + Math.floor(pair / 4)) & 1); });
          new Float32Array(memory.buffer, FACTORS + 256 * i, 64).fill(1);
        }
        for (let chunk = 0; chunk < CHUNKS; chunk++) {
          new Uint8Array(memory.buffer, Y + Y_NODES_BYTES * chunk, 8).fill(3);
          new Float32Array(memory.buffer, Y + Y_NODES_BYTES * chunk + 16, 32).forEach((_, i, multipliers) => { multipliers[i] = random(10_000 + 100 * chunk + i) % 4; });
          new Float32Array(memory.buffer, Y + Y_NODES_BYTES * chunk + 144, 12).fill(1);
        }
        const { sums, exact } = foldLimits(Y_MAX, Y_MAX, 9, true);
        kernels.layLevels(NOTES, FACTORS, BLOCKS, Y, sums, exact, ALL, BLOCKS, CHUNKS);
        const all = [...new Uint8Array(memory.buffer, ALL, 8 * BLOCKS * CHUNKS)];
        for (const level of all) found.add(level);
        for (let block = 0; block < BLOCKS; block++) {
          kernels.layLevels(NOTES + NOTES_BYTES * block, FACTORS + 256 * block, BLOCKS, Y, sums, exact, SOME, 1, CHUNKS);
          expect([...new Uint8Array(memory.buffer, SOME, 8 * CHUNKS)]).toEqual([block, BLOCKS + block].flatMap((at) => all.slice(8 * at, 8 * at + 8)));
        }
      }),
      { numRuns: 50 },
    );
    expect(found.size).toBeGreaterThan(2);
  });
});
