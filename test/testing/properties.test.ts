import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementFormat } from '../../src/formats/element.ts';
import { binary32Bits } from '../../src/bits/host-float.ts';
import {
  accumulatorSteps,
  capacity,
  elementCodes,
  elementFormats,
  extremeCodes,
  flagTellsOverflow,
  groupFromSteps,
  groupProducts,
  groups,
  groupScaleFormats,
  groupSum,
  layers,
  matchesAccumulator,
  matchesSimulator,
  matchesStep,
  neededWidth,
  noOverflow,
  saturateIsMonotone,
  simulated,
  staysInRange,
  wrapEqualsModulo,
  wrapIgnoresOrder,
  type Group,
  type GroupImplementation,
  type GroupLayer,
  type GroupResult,
} from '../../src/testing/index.ts';
import { exactConv, type ExactOperand } from '../support/exact-model.ts';

/** A plain model of one's own: numbers in a list, limited after each. */
function model({ x, y }: Omit<GroupLayer, 'groupSize'>, width: number, limit: 'wrap' | 'saturate'): (group: Group) => Required<GroupResult> {
  const max = 2n ** BigInt(width - 1) - 1n;
  return (group) => {
    let sum = 0n;
    let overflow = false;
    for (const product of groupProducts({ x, y }, group)) {
      sum += product;
      if (sum > max || sum < -max - 1n) {
        overflow = true;
        if (limit === 'saturate') sum = sum > max ? max : -max - 1n;
        else sum = ((((sum + max + 1n) % (2n * max + 2n)) + 2n * max + 2n) % (2n * max + 2n)) - max - 1n;
      }
    }
    return { sum, overflow };
  };
}

const layer: GroupLayer = { x: elementFormat(2, 1), y: elementFormat(2, 4), groupSize: 9 };
const needed = neededWidth(layer, 9);

async function failure<T>(property: fc.IAsyncProperty<T>, seed = 1): Promise<string> {
  const details = await fc.check(property, { seed, numRuns: 300 });
  return details.failed ? String(details.errorInstance) : 'none';
}

describe('the properties', () => {
  it('hold for a right implementation, synchronous or not', async () => {
    for (const width of [4, 9, needed - 1, needed, 40]) {
      const wrap = model(layer, width, 'wrap');
      const saturate = model(layer, width, 'saturate');
      const later: GroupImplementation = (group) => Promise.resolve(wrap(group));
      await fc.assert(wrapEqualsModulo(layer, width, later));
      await fc.assert(wrapIgnoresOrder(layer, later));
      await fc.assert(saturateIsMonotone(layer, saturate));
      for (const one of [wrap, saturate]) {
        await fc.assert(staysInRange(layer, width, one));
        await fc.assert(flagTellsOverflow(layer, width, one));
      }
      await fc.assert(matchesAccumulator(layer, { width, overflow: 'wrap' }, wrap));
      await fc.assert(matchesAccumulator(layer, { width, overflow: 'saturate' }, saturate));
      if (width >= needed) await fc.assert(noOverflow(layer, wrap));
    }
  });

  it.each<[string, (group: Group) => GroupResult, (implementation: GroupImplementation) => fc.IAsyncProperty<unknown>, RegExp]>([
    ['one bit too narrow', model(layer, needed - 1, 'wrap'), (one) => noOverflow(layer, one), /sum: expected -?\d+, found -?\d+/],
    ['a flag that is up without need', (group) => ({ sum: groupSum(layer, group), overflow: group.x.length > 3 }), (one) => noOverflow(layer, one), /overflow flag: expected false, found true/],
    ['saturation where it should wrap', model(layer, 9, 'saturate'), (one) => wrapEqualsModulo(layer, 9, one), /sum modulo 2\^9: expected/],
    ['saturation, which has an order', model(layer, 9, 'saturate'), (one) => wrapIgnoresOrder(layer, one), /sum in reverse order: expected/],
    ['wrapping, which is not monotone', model(layer, 9, 'wrap'), (one) => saturateIsMonotone(layer, one), /product \d larger: expected a sum of at least/],
    ['a sum of more bits', model(layer, 10, 'wrap'), (one) => staysInRange(layer, 9, one), /sum: expected -256 to 255, found/],
    ['a flag that forgets', (group) => ({ ...model(layer, 9, 'wrap')(group), overflow: groupSum(layer, group) > 255n }), (one) => flagTellsOverflow(layer, 9, one), /overflow flag: expected/],
    ['no flag at all', (group) => ({ sum: groupSum(layer, group) }), (one) => flagTellsOverflow(layer, 9, one), /overflow flag: expected \w+, found undefined/],
    ['a lower limit of -2^(A-1) + 1', (group) => symmetricClamp(group), (one) => matchesAccumulator(layer, { width: 9, overflow: 'saturate' }, one), /sum: expected -256, found -255/],
  ])('find %s', async (_what, implementation, property, message) => {
    expect(await failure(property(implementation))).toMatch(message);
  });
});

function symmetricClamp(group: Group): GroupResult {
  const { sum, overflow } = model(layer, 9, 'saturate')(group);
  return { sum: sum === -256n ? -255n : sum, overflow };
}

describe('steps', () => {
  const design = (width: number) => ({ first, sum, overflow, product }: { first: boolean; sum: bigint; overflow: boolean; product: bigint }) => {
    const exact = first ? product : sum + product;
    const word = BigInt.asIntN(width, exact);
    return { sum: word, overflow: (!first && overflow) || word !== exact };
  };

  it('match a right design, and make groups of it', async () => {
    await fc.assert(matchesStep(layer, { width: 12, overflow: 'wrap' }, design(12)));
    await fc.assert(matchesAccumulator(layer, { width: 12, overflow: 'wrap' }, groupFromSteps(layer, design(12))));
  });

  it('find a load that keeps the flag, and a limit that is off by one', async () => {
    const sticky = matchesStep(layer, { width: 12, overflow: 'wrap' }, (step) => {
      const next = design(12)(step);
      return { ...next, overflow: next.overflow || step.overflow };
    });
    expect(await failure(sticky)).toMatch(/step: expected sum -?\d+ and flag false, found sum -?\d+ and flag true/);
    const narrow = matchesStep(layer, { width: 12, overflow: 'saturate' }, (step) => {
      const exact = step.first ? step.product : step.sum + step.product;
      const sum = exact > 2046n ? 2046n : exact < -2048n ? -2048n : exact;
      return { sum, overflow: (!step.first && step.overflow) || sum !== exact };
    });
    expect(await failure(narrow)).toMatch(/step: expected sum 2047/);
  });

  it('come from close to the limits often', () => {
    const near = fc.sample(accumulatorSteps(layer, 16), { seed: 3, numRuns: 300 }).filter(({ sum }) => sum > 32_700n || sum < -32_700n);
    expect(near.length).toBeGreaterThan(100);
  });
});

describe('arbitraries', () => {
  it('make codes of their formats, extremes among them', () => {
    expect(extremeCodes(elementFormat(2, 1))).toEqual([0, 8, 7, 15, 1, 9, 2, 10]);
    const format = elementFormat(2, 4);
    const codes = fc.sample(elementCodes(format), { seed: 1, numRuns: 400 });
    expect(codes.every((code) => code >= 0 && code < 128)).toBe(true);
    for (const code of extremeCodes(format)) expect(codes).toContain(code);
    expect(fc.sample(elementFormats({ E: 2, M: 3 }), { seed: 1, numRuns: 200 }).every(({ E, M }) => E <= 2 && M <= 3 && E + M > 0)).toBe(true);
    expect(new Set(fc.sample(groupScaleFormats(), { seed: 1, numRuns: 300 }).map(({ Eg, Mg }) => `${Eg},${Mg}`)).size).toBe(16);
  });

  it('make groups of at most K products that often reach the worst case', () => {
    const sampled = fc.sample(groups(layer), { seed: 1, numRuns: 300 });
    expect(sampled.every(({ x, y }) => x.length === y.length && x.length >= 1 && x.length <= 9)).toBe(true);
    const worst = sampled.filter((group) => groupSum(layer, group) === 9n * 12n * 124n || groupSum(layer, group) === -9n * 12n * 124n);
    expect(worst.length).toBeGreaterThan(15);
    expect(() => groups({ ...layer, groupSize: 0 })).toThrow('group size: expected an integer of at least 1, found 0');
  });

  it('print groups that people can read', () => {
    const text = fc.stringify(fc.sample(groups({ ...layer, groupSize: 1 }), { seed: 1, numRuns: 1 })[0]);
    expect(text).toMatch(/^1 product: x [0-9a-f]+; y [0-9a-f]+; products -?\d+; sum -?\d+$/);
  });

  it('make layers that fit, for the exact model as for the simulator', async () => {
    const operand = ({ element, scaleFormat, ...rest }: Parameters<typeof simulated>[0]['x']): ExactOperand => ({ ...element, ...scaleFormat, ...rest });
    await fc.assert(
      matchesSimulator({ accumulatorWidth: 12 }, ({ pass, options, x, y }) => exactConv(pass, operand(x), operand(y), { ...options, accWidth: 12 }).bits),
    );
    const limited = fc.sample(layers({ formats: { E: 2, M: 1 }, channels: 1, size: 2, passes: ['weight-grad'] }), { seed: 1, numRuns: 100 });
    expect(limited.every(({ pass, x, y }) => pass === 'weight-grad' && x.element.E <= 2 && y.element.M <= 1 && x.shape[1] <= 2)).toBe(true);
  });

  it('shrink a layer to its first product where every output is wrong', async () => {
    const details = await fc.check(matchesSimulator({}, (one) => simulated(one).bits.map((bits) => bits ^ 1)), { seed: 5 });
    expect(details.failed).toBe(true);
    const [found] = details.counterexample ?? [];
    expect(found?.x.shape).toEqual([1, 1, 1, 1]);
    expect(found?.y.shape).toEqual([1, 1, 1, 1]);
    const wrongCount = await fc.check(matchesSimulator({}, () => [binary32Bits(0)]), { seed: 5 });
    expect(String(wrongCount.errorInstance)).toMatch(/outputs: expected \d+, found 1|output 0: expected [0-9a-f]{8}, found 00000000/);
  });
});

describe('a planted accumulator', () => {
  /** Formats and group sizes from seed to seed. */
  const planted = (seed: number): { of: GroupLayer; width: number } => {
    const all: GroupLayer[] = [
      { x: elementFormat(2, 4), y: elementFormat(2, 4), groupSize: 9 },
      { x: elementFormat(1, 1), y: elementFormat(1, 1), groupSize: 1024 },
      { x: elementFormat(2, 1), y: elementFormat(2, 1), groupSize: 196 },
      { x: elementFormat(2, 4), y: elementFormat(1, 1), groupSize: 49 },
      { x: elementFormat(0, 7), y: elementFormat(2, 4), groupSize: 3136 },
    ];
    const of = all[seed % all.length];
    return { of, width: neededWidth(of, of.groupSize) - 1 };
  };

  it('one bit too narrow is found and shrunk to the fewest products that can show it, for 20 of 20 seeds', async ({ annotate }) => {
    const times: number[] = [];
    for (let seed = 0; seed < 20; seed++) {
      const { of, width } = planted(seed);
      const start = performance.now();
      const details = await fc.check(noOverflow(of, model(of, width, seed % 2 === 0 ? 'wrap' : 'saturate')), { seed, numRuns: 100 });
      times.push(performance.now() - start);
      expect(details.failed, `seed ${seed}`).toBe(true);
      const group = (details.counterexample ?? [])[0];
      // No smaller group can: with one product less, even the largest ones fit.
      expect(group?.x.length, `seed ${seed}`).toBe(Number(capacity(of, width)) + 1);
    }
    await annotate(`20 planted accumulators: ${Math.max(...times).toFixed(0)} ms at most, ${(times.reduce((a, b) => a + b) / 20).toFixed(0)} ms on average`);
  });

  it('is found at a negative limit alone, too', async () => {
    const of: GroupLayer = { x: elementFormat(2, 1), y: elementFormat(2, 1), groupSize: 20 };
    // 11 bits below, any number above.
    const lopsided: GroupImplementation = (group) => ({ sum: groupSum(of, group) < -1024n ? -1024n : groupSum(of, group) });
    for (let seed = 0; seed < 20; seed++) {
      const details = await fc.check(noOverflow(of, lopsided), { seed, numRuns: 100 });
      expect((details.counterexample ?? [])[0]?.x.length).toBe(8);
    }
  });

  it('shrinks by the ordinary way where large products are not what fails', async () => {
    // Wrong only where a product is 1, with something before it.
    const odd: GroupImplementation = (group) => {
      const products = groupProducts(layer, group);
      return { sum: groupSum(layer, group) + (products.findIndex((one) => one === 1n) > 0 ? 1n : 0n) };
    };
    const details = await fc.check(noOverflow(layer, odd), { seed: 2, numRuns: 2000 });
    expect(details.counterexample?.[0]).toEqual({ x: [0, 1], y: [0, 1] });
  });
});
