import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { productBits } from '../../src/units/multiplier.ts';
import { capacity, elementFormat, groupFromSteps, matchesStep, neededWidth, noOverflow, type GroupLayer, type StepImplementation } from '../../src/testing/index.ts';
import { start } from '../support/cli.ts';

const layer: GroupLayer = { x: elementFormat(1, 1), y: elementFormat(1, 1), groupSize: 9 };

/** A design in another process that answers `first sum overflow product` with `sum overflow`. */
function piped(width: number): { step: StepImplementation; end: () => Promise<unknown> } {
  const child = start(['eval', 'accumulator', '--acc-width', String(width), '--element', '1,1']);
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const hex = (value: bigint, bits: number): string => BigInt.asUintN(bits, value).toString(16);
  return {
    step: async ({ first, sum, overflow, product }) => {
      child.stdin.write(`${first ? 1 : 0} ${hex(sum, width)} ${overflow ? 1 : 0} ${hex(product, productBits(layer.x, layer.y))}\n`);
      const { value } = (await answers.next()) as { value: string };
      const [next, flag] = value.split(' ');
      return { sum: BigInt.asIntN(width, BigInt(`0x${next}`)), overflow: flag === '1' };
    },
    end: () => {
      child.stdin.end();
      return new Promise((resolve) => child.on('close', resolve));
    },
  };
}

describe('a design behind a pipe', () => {
  it('is tested step by step, and group by group', async () => {
    const { step, end } = piped(8);
    await fc.assert(matchesStep(layer, { width: 8, overflow: 'wrap' }, step), { numRuns: 100 });
    await fc.assert(noOverflow(layer, groupFromSteps(layer, step)), { numRuns: 50 });
    expect(await end()).toBe(0);
  });

  it('is found one bit too narrow, with the fewest products', async () => {
    const width = neededWidth(layer, 9) - 1;
    const { step, end } = piped(width);
    const details = await fc.check(noOverflow(layer, groupFromSteps(layer, step)), { numRuns: 100 });
    expect(details.counterexample?.[0].x).toHaveLength(Number(capacity(layer, width)) + 1);
    expect(await end()).toBe(0);
  });
});
