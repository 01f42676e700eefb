import { describe, expect, it } from 'vitest';
import { isSet, peSet, type Cycle, type PeSet } from './support.ts';

/** Accumulators of 16 bits: their limits are within reach. */
const set = peSet({ accWidth: 16, treeWidth: 4, contexts: 4 });
const saturating = peSet({ accWidth: 12, accOverflow: 'saturate' }, { level: 1, seed: 2n });

function cyclesOf(name: string, { classes, cycles }: PeSet = set): readonly Cycle[] {
  const range = classes.find((candidate) => candidate.name === name);
  if (range === undefined) throw new Error(`no class ${name}`);
  return cycles.slice(range.first, range.first + range.count);
}

const isValid = ({ stimulus }: Cycle): boolean => isSet(stimulus, 'in_valid') && !isSet(stimulus, 'reset');
const isLast = (cycle: Cycle): boolean => isValid(cycle) && isSet(cycle.stimulus, 'in_last');
const lanesOf = ({ stimulus }: Cycle): number => stimulus['in_lane_valid'].filter((bit) => bit === 1n).length;
/** The largest number of valid cycles in a row. */
const longestStretch = (cycles: readonly Cycle[]): number => cycles.reduce(({ now, most }, cycle) => (isValid(cycle) ? { now: now + 1, most: Math.max(most, now + 1) } : { now: 0, most }), { now: 0, most: 0 }).most;
const values = (cycles: readonly Cycle[], name: string): bigint[] => cycles.flatMap(({ registers }) => registers[name]);
const asNumber = (bits: bigint): number => new Float32Array(new Uint32Array([Number(bits)]).buffer)[0];

/** Cycles without a pair, each with what was issued before and after. */
function gaps(cycles: readonly Cycle[]): { before: Cycle; after: Cycle; length: number }[] {
  const found: { before: Cycle; after: Cycle; length: number }[] = [];
  let before = -1;
  cycles.forEach((after, i) => {
    if (!isValid(after)) return;
    if (before !== -1 && i > before + 1) found.push({ before: cycles[before], after, length: i - before - 1 });
    before = i;
  });
  return found;
}

/** Each cycle of reset with the one after it. */
const resetsOf = (name: string, of = set): { now: Cycle; after: Cycle }[] => {
  const cycles = cyclesOf(name, of);
  return cycles.flatMap((now, i) => (isSet(now.stimulus, 'reset') ? [{ now, after: cycles[i + 1] }] : []));
};

describe('each class has what it is there for', () => {
  it('names them all, directed ones first, with a word about each', () => {
    const names = set.classes.map(({ name }) => name);
    expect(names).toStrictEqual([
      'plain',
      'idle-lanes',
      'back-to-back',
      'stalls',
      'interleave',
      'long-groups',
      'bubbles',
      'running-sum',
      'extreme-codes',
      'accumulator-limits',
      'scale-mantissas',
      'scale-exponents',
      'subnormals',
      'negative-zeros',
      'rounding',
      'cancellation',
      'zeros',
      'reset-full',
      'reset-midway',
      'reset-held',
      'random',
    ]);
    for (const { about } of set.classes) expect(about.length).toBeGreaterThan(20);
  });

  it('leaves out what the parameters rule out', () => {
    const { classes } = peSet({ treeWidth: 1, contexts: 1, scale: { Eg: 2, Mg: 0, codeBits: 2, maxExp: 3 }, scaleY: { Eg: 2, Mg: 0, codeBits: 2, maxExp: 3 } }, { level: 1, seed: 1n, count: 1200 });
    const names = classes.map(({ name }) => name);
    for (const name of ['idle-lanes', 'interleave', 'accumulator-limits', 'subnormals', 'negative-zeros']) expect(names).not.toContain(name);
    expect(names).toContain('random');
  });

  it('plain: groups of nine in all lanes', () => {
    const cycles = cyclesOf('plain').filter(isValid);
    expect(cycles.filter(isLast)).toHaveLength(cycles.length / 9);
    expect(cycles.every((cycle) => lanesOf(cycle) === 4)).toBe(true);
  });

  it('idle-lanes: every number of groups in a last chunk', () => {
    const numbers = cyclesOf('idle-lanes').filter((cycle) => isLast(cycle) && isSet(cycle.stimulus, 'in_chunk_last')).map(lanesOf);
    expect(new Set(numbers)).toStrictEqual(new Set([1, 2, 3, 4]));
  });

  it('back-to-back: outputs follow one another, also of one pair', () => {
    const cycles = cyclesOf('back-to-back');
    expect(longestStretch(cycles)).toBe(cycles.filter(isValid).length);
    const single = cycles.filter((cycle, i) => i > 0 && isLast(cycle) && isLast(cycles[i - 1]) && isSet(cycle.stimulus, 'in_chunk_first') && isSet(cycles[i - 1].stimulus, 'in_chunk_last'));
    expect(single.length).toBeGreaterThan(5);
  });

  it('stalls: the last pair is held until the running sum is ready', () => {
    const found = gaps(cyclesOf('stalls'));
    expect(found.some(({ length }) => length === 2)).toBe(true);
    expect(found.some(({ length }) => length === 1)).toBe(true);
    expect(found.every(({ after }) => isSet(after.stimulus, 'in_last') && !isSet(after.stimulus, 'in_chunk_first'))).toBe(true);
  });

  it('interleave: every context, chunks of different outputs in turn', () => {
    const cycles = cyclesOf('interleave').filter(isValid);
    const contexts = cycles.map(({ stimulus }) => Number(stimulus['in_context'][0]));
    expect(new Set(contexts)).toStrictEqual(new Set([0, 1, 2, 3]));
    // Batches of 2, 3 and 4 one-pair chunks in turn.
    for (const size of [2, 3, 4]) expect(contexts.join('')).toContain('0123'.slice(0, size).repeat(2));
  });

  it('bubbles: inside groups, between chunks and between outputs, some longer than Lf', () => {
    const found = gaps(cyclesOf('bubbles'));
    const places = found.map(({ before }) => (!isSet(before.stimulus, 'in_last') ? 'group' : isSet(before.stimulus, 'in_chunk_last') ? 'output' : 'chunk'));
    expect(new Set(places)).toStrictEqual(new Set(['group', 'output', 'chunk']));
    expect(Math.max(...found.map(({ length }) => length))).toBeGreaterThan(3);
  });

  it('long-groups and running-sum: many pairs, many chunks', () => {
    const long = cyclesOf('long-groups').filter(isValid);
    expect(long.filter(isLast)).toHaveLength(1);
    expect(long.length).toBeGreaterThan(50);
    const chunks = cyclesOf('running-sum').filter(isLast).map(({ stimulus }) => isSet(stimulus, 'in_chunk_first')).join(' ');
    expect(chunks).toMatch(/true(?: false){11}/);
  });

  it('extreme-codes: the largest products of both signs, in every lane', () => {
    const cycles = cyclesOf('extreme-codes');
    for (let lane = 0; lane < 4; lane++) {
      const products = cycles.map(({ registers }) => BigInt.asIntN(15, registers['M.product'][lane]));
      expect(products).toContain(124n * 124n);
      expect(products).toContain(-124n * 124n);
    }
  });

  it.each([
    ['wraps', set, 16],
    ['saturates', saturating, 12],
  ])('accumulator-limits: on the limits, beyond, and the flag cleared by the next load: %s', (_how, limited, width) => {
    const cycles = cyclesOf('accumulator-limits', limited);
    const sums = new Set(values(cycles, 'A.sum').map((sum) => BigInt.asIntN(width, sum)));
    const flags = cycles.map(({ registers }) => registers['A.overflow']);
    const [max, min] = [2n ** BigInt(width - 1) - 1n, -(2n ** BigInt(width - 1))];
    expect(sums).toContain(max);
    expect(sums).toContain(min);
    // One down from beyond the limit: a wrapped sum is back on it, a saturated one below.
    expect(sums.has(max - 1n)).toBe(limited === saturating);
    const isExact = cycles.some(({ registers }) => registers['A.sum'].some((sum, lane) => BigInt.asIntN(width, sum) === max && registers['A.overflow'][lane] === 0n));
    expect(isExact).toBe(true);
    for (let lane = 0; lane < 4; lane++) {
      expect(flags.some((now, i) => i > 0 && now[lane] === 1n && flags[i - 1][lane] === 0n)).toBe(true);
      expect(flags.some((now, i) => i > 0 && now[lane] === 0n && flags[i - 1][lane] === 1n)).toBe(true);
    }
  });

  it('accumulator-limits: a reset while all flags are set', () => {
    expect(resetsOf('accumulator-limits').map(({ now }) => now.registers['A.overflow'])).toStrictEqual([[1n, 1n, 1n, 1n]]);
  });

  it('scale-mantissas: all four pairs in every lane', () => {
    const cycles = cyclesOf('scale-mantissas').filter(isLast);
    for (let lane = 0; lane < 4; lane++) {
      const pairs = cycles.map(({ stimulus }) => `${stimulus['in_scale_x'][lane] & 1n}${stimulus['in_scale_y'][lane] & 1n}`);
      expect(new Set(pairs)).toStrictEqual(new Set(['00', '01', '10', '11']));
    }
  });

  it('scale-exponents: both ends of each', () => {
    const cycles = cyclesOf('scale-exponents').filter(isLast);
    for (const name of ['in_scale_x', 'in_scale_y']) {
      const exps = new Set(cycles.flatMap(({ stimulus }) => stimulus[name].map((code) => code >> 1n)));
      expect(exps).toContain(0n);
      expect(exps).toContain(255n);
    }
  });

  it('subnormals and negative-zeros: terms and sums of the kind', () => {
    const isSubnormal = (bits: bigint): boolean => bits % 2n ** 31n > 0n && bits % 2n ** 31n < 2n ** 23n;
    for (const name of ['C.term', 'T.level1.stage0.sum', 'R.context.sum', 'Z.stage.output']) expect(values(cyclesOf('subnormals'), name).filter(isSubnormal).length).toBeGreaterThan(3);
    const minusZero = 2n ** 31n;
    const zeros = cyclesOf('negative-zeros');
    expect(values(zeros, 'C.term')).toContain(minusZero);
    expect(values(zeros, 'T.level2.stage2.sum')).toContain(minusZero);
    // A running sum starts at +0, and +0 + -0 is +0.
    expect(values(zeros, 'R.context.sum')).not.toContain(minusZero);
    // -0 beside +0.
    expect(zeros.some(({ registers }) => registers['C.term'].includes(minusZero) && registers['C.term'].includes(0n))).toBe(true);
  });

  it.each([
    ['random', 0.1],
    ['running-sum', 0.2],
    ['rounding', 0.4],
  ])('%s: additions in the tree and in the running sum are inexact', (name, share) => {
    const cycles = cyclesOf(name);
    const shareOf = (exact: boolean[]): number => exact.filter((is) => !is).length / exact.length;
    // With 4 lanes and Lf = 3, C is stage 3, the tree ends in stage 9 and the running sum in stage 12.
    const tree = cycles.flatMap(({ registers }, i) => {
      const before = cycles[i - 1]?.registers;
      if (i === 0 || before['valid'][3] === 0n) return [];
      return registers['T.level1.stage0.sum'].map((sum, node) => asNumber(before['C.term'][2 * node]) + asNumber(before['C.term'][2 * node + 1]) === asNumber(sum));
    });
    const running = cycles.flatMap(({ registers }, i) => {
      const before = cycles[i - 3]?.registers;
      if (i < 3 || before['valid'][9] === 0n || before['chunk_first'][9] === 1n) return [];
      const context = Number(before['context'][9]);
      return [asNumber(before['R.context.sum'][context]) + asNumber(before['T.level2.stage2.sum'][0]) === asNumber(registers['R.context.sum'][context])];
    });
    expect(tree.length).toBeGreaterThan(5);
    expect(running.length).toBeGreaterThan(0);
    expect(shareOf(tree)).toBeGreaterThan(share);
    expect(shareOf(running)).toBeGreaterThan(share);
  });

  it('cancellation: zeros of nonzero operands at each level of the tree, and in the running sum', () => {
    const cycles = cyclesOf('cancellation');
    const isZeroOf = (sum: string, operands: string): boolean =>
      cycles.some(({ registers }, i) => i > 0 && cycles[i - 1].registers[operands].some((bits) => bits !== 0n) && registers[sum].every((bits) => bits === 0n));
    expect(isZeroOf('T.level1.stage0.sum', 'C.term')).toBe(true);
    expect(isZeroOf('T.level2.stage0.sum', 'T.level1.stage2.sum')).toBe(true);
    const running = cycles.map(({ registers }) => registers['R.context.sum'][0]);
    expect(running.some((sum, i) => i > 0 && sum === 0n && running[i - 1] !== 0n)).toBe(true);
  });

  it('zeros: products of zeros with a sign give +0', () => {
    const cycles = cyclesOf('zeros');
    const minusZeroCodes = cycles.filter(isValid).flatMap(({ stimulus }) => stimulus['in_x'].filter((code, lane) => code === 64n && stimulus['in_lane_valid'][lane] === 1n));
    expect(minusZeroCodes.length).toBeGreaterThan(3);
    expect(cycles.some(({ registers }) => registers['valid'][3] === 1n && registers['C.term'].every((bits) => bits === 0n))).toBe(true);
  });

  it('reset-full: every stage is full and a pair waits; every register is 0 after it, and the next pair comes at once', () => {
    const resets = resetsOf('reset-full');
    expect(resets).toHaveLength(2);
    for (const { now, after } of resets) {
      expect(now.registers['valid'].every((bit) => bit === 1n)).toBe(true);
      expect(now.registers['R.context.sum'].filter((sum) => sum === 0n)).toStrictEqual([]);
      expect(isSet(now.stimulus, 'in_valid')).toBe(true);
      for (const lanes of Object.values(after.registers)) expect(lanes.every((value) => value === 0n)).toBe(true);
      expect(isValid(after) && isSet(after.stimulus, 'in_first')).toBe(true);
    }
  });

  it('reset-midway and reset-held: part of the stages full, and pairs offered during reset', () => {
    const fills = resetsOf('reset-midway').map(({ now }) => now.registers['valid'].filter((bit) => bit === 1n).length);
    expect(new Set(fills).size).toBeGreaterThan(4);
    const held = resetsOf('reset-held').filter(({ now }) => isSet(now.stimulus, 'in_valid'));
    expect(held.length).toBeGreaterThanOrEqual(5);
  });

  it('random: resets, gaps, idle lanes and overflows', () => {
    const cycles = cyclesOf('random');
    expect(resetsOf('random').length).toBeGreaterThan(1);
    expect(gaps(cycles).length).toBeGreaterThan(50);
    expect(new Set(cycles.filter(isLast).map(lanesOf))).toStrictEqual(new Set([1, 2, 3, 4]));
    expect(values(cycles, 'A.overflow')).toContain(1n);
  });

  it('has random inputs wherever nobody may look', () => {
    const idle = set.cycles.filter((cycle) => !isValid(cycle));
    for (const name of ['in_x', 'in_y', 'in_scale_x', 'in_scale_y', 'in_lane_valid', 'in_context', 'in_first', 'in_last', 'in_chunk_first', 'in_chunk_last']) {
      expect(new Set(idle.map(({ stimulus }) => stimulus[name].join())).size, name).toBeGreaterThan(1);
    }
    const idleLanes = set.cycles.filter((cycle) => isValid(cycle) && lanesOf(cycle) < 4).map(({ stimulus }) => stimulus['in_x'][3]);
    expect(new Set(idleLanes).size).toBeGreaterThan(30);
    const earlyScales = set.cycles.filter((cycle) => isValid(cycle) && !isLast(cycle)).map(({ stimulus }) => stimulus['in_scale_x'][0]);
    expect(new Set(earlyScales).size).toBeGreaterThan(100);
  });
});
