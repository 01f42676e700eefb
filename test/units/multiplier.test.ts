import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitsSigned } from '../../src/bits/width.ts';
import { elementFormat, type ElementFormat } from '../../src/formats/element.ts';
import { multiply, productBits } from '../../src/units/multiplier.ts';
import { elementFormats } from '../support/arbitraries.ts';
import { elementMagnitude } from '../support/exact-model.ts';

function signedMagnitude({ E, M }: ElementFormat, code: number): bigint {
  const magnitude = elementMagnitude(code, { E, M, Eg: 8, Mg: 1 });
  return code >= 2 ** (E + M) ? -magnitude : magnitude;
}

/** Every <E,M> whose magnitude has at most 7 bits: M + 2^E - 1 <= 7. */
const SMALL = [0, 1, 2, 3]
  .flatMap((E) => Array.from({ length: 11 }, (_, M) => [E, M]))
  .filter(([E, M]) => E + M >= 1 && M + 2 ** E - 1 <= 7)
  .map(([E, M]) => elementFormat(E, M));

describe('multiply', () => {
  it('is tested on all formats of up to 7 magnitude bits', () => {
    expect(SMALL.map(({ E, M }) => `${E},${M}`).join(' ')).toBe('0,1 0,2 0,3 0,4 0,5 0,6 0,7 1,0 1,1 1,2 1,3 1,4 1,5 1,6 2,0 2,1 2,2 2,3 2,4 3,0');
  });

  it.each(SMALL)('multiplies every pair of <$E,$M> codes', (format) => {
    const integers = Array.from({ length: 2 ** format.codeBits }, (_, code) => signedMagnitude(format, code));
    let pairs = 0;
    let largest = 0n;
    for (let x = 0; x < integers.length; x++) {
      for (let y = 0; y < integers.length; y++, pairs++) {
        const product = multiply(format, x, format, y);
        if (product !== integers[x] * integers[y]) expect.fail(`${x} x ${y}: ${product}`);
        if (product > largest) largest = product;
      }
    }
    expect(pairs).toBe(4 ** format.codeBits);
    // Appendix B: 2M + 2^(E+1) - 2 bits for the magnitude; one less would not do.
    const magnitudeBits = 2 * format.M + 2 ** (format.E + 1) - 2;
    expect(productBits(format, format)).toBe(magnitudeBits + 1);
    expect(largest).toBeLessThan(2n ** BigInt(magnitudeBits));
  });

  it('multiplies codes of two formats, all widths', () => {
    const operands = fc.tuple(elementFormats, elementFormats).chain(([x, y]) =>
      fc.tuple(fc.constant(x), fc.nat(2 ** x.codeBits - 1), fc.constant(y), fc.nat(2 ** y.codeBits - 1)),
    );
    fc.assert(
      fc.property(operands, ([x, xCode, y, yCode]) => {
        const product = multiply(x, xCode, y, yCode);
        expect(product).toBe(signedMagnitude(x, xCode) * signedMagnitude(y, yCode));
        expect(fitsSigned(product, productBits(x, y))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});
