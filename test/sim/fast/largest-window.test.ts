import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelsOn } from '../../../src/sim/fast/kernels.ts';
import { fastModule } from '../../../src/sim/fast/modules.ts';

const MOST = 2 ** 13 - 1;
const AT = 1024;
const TO = 512;
/** Elements that are read behind a plane at most. */
const BEHIND = 10;

interface Plane {
  readonly rows: number;
  readonly columns: number;
  readonly elements: readonly number[];
}

const planes: fc.Arbitrary<Plane> = fc.tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 3, max: 40 }), fc.constantFrom(1, 124, MOST)).chain(([rows, columns, most]) => {
  const element = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -most, max: most }) }, { weight: 1, arbitrary: fc.constantFrom(-most, most) });
  return fc.record({ rows: fc.constant(rows), columns: fc.constant(columns), elements: fc.array(element, { minLength: rows * columns, maxLength: rows * columns }) });
});

/** The largest sum of squares of three rows and so many columns, from some columns on; a row's end is followed by the next one's beginning, the last by zeros. */
function largest({ rows, columns, elements }: Plane, width: number, firsts: readonly number[]): number {
  const sums = Array.from({ length: rows - 2 }, (_, row) =>
    firsts.map((first) => {
      let sum = 0;
      for (let i = 0; i < 3; i++) for (let j = 0; j < width; j++) sum += (elements[(row + i) * columns + first + j] ?? 0) ** 2;
      return sum;
    }),
  );
  return Math.max(...sums.flat());
}

describe('the largest window of a plane', () => {
  it('has at least the squares of any 3x3 elements, and those of some 3x4', () => {
    fc.assert(
      fc.property(planes, (plane) => {
        const { rows, columns, elements } = plane;
        const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
        new Int16Array(memory.buffer, AT + 2 * (elements.length + BEHIND), 64).fill(MOST);
        new Int16Array(memory.buffer, AT, elements.length).set(elements);
        kernelsOn(memory, fastModule('convolution')).largestWindows(AT, 2 * columns, rows, columns, 1, TO);
        const [found] = new Int32Array(memory.buffer, TO, 1);
        expect(found).toBeGreaterThanOrEqual(largest(plane, 3, Array.from({ length: columns - 2 }, (_, first) => first)));
        // Four places of eight elements each time.
        expect(found).toBe(largest(plane, 4, Array.from({ length: 4 * Math.ceil(columns / 8) }, (_, half) => 2 * half)));
      }),
      { numRuns: 500 },
    );
  });
});
