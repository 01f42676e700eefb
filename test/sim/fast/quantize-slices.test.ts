import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slices } from '../../../src/sim/fast/quantize-slices.ts';

it('cuts a tensor into slices in order, without gaps, each within the limit and of whole planes or of one', () => {
  const sizes = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(sizes, sizes, sizes, (planes, planeSize, fours) => {
      const limit = 4 * fours;
      let next = 0;
      for (const slice of slices(planes, planeSize, limit)) {
        expect(slice.first).toBe(next);
        expect(slice.plane).toBe(Math.floor(next / planeSize));
        const count = slice.planes * slice.planeSize;
        expect(count).toBeGreaterThan(0);
        expect(count).toBeLessThanOrEqual(limit);
        if (slice.planeSize !== planeSize) expect(slice.planes).toBe(1);
        next += count;
      }
      expect(next).toBe(planes * planeSize);
    }),
  );
});
