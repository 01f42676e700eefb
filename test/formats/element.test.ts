import { describe, expect, it } from 'vitest';
import { InputError } from '../../src/bits/check.ts';
import { elementFields, elementFormat, elementInteger, elementValue } from '../../src/formats/element.ts';
import { groupScaleFormat, scaleValue } from '../../src/formats/group-scale.ts';
import { elementMagnitude, exactScale } from '../support/exact-model.ts';

describe('elementFormat', () => {
  it('derives the widths that the paper prints', () => {
    expect(elementFormat(2, 4)).toMatchObject({ maxMagnitude: 124, magnitudeBits: 7, lsb: -7, codeBits: 7 });
    expect(elementFormat(2, 1)).toMatchObject({ maxMagnitude: 12, lsb: -4 });
    expect(elementFormat(1, 1)).toMatchObject({ maxMagnitude: 3, lsb: -2 });
    expect(elementFormat(0, 7)).toMatchObject({ maxMagnitude: 127, lsb: -7, codeBits: 8 });
    expect(elementFormat(5, 10)).toMatchObject({ maxMagnitude: 2047 * 2 ** 30, magnitudeBits: 41, lsb: -41 });
  });

  it('decodes every code of every format to the sign, magnitude and value of the definition', () => {
    let codes = 0;
    for (let E = 0; E <= 5; E++) {
      for (let M = E === 0 ? 1 : 0; M <= 10; M++) {
        const format = elementFormat(E, M);
        for (let code = 0; code < 2 ** format.codeBits; code++, codes++) {
          const sign = code >= 2 ** (E + M) ? -1 : 1;
          const magnitude = Number(elementMagnitude(code, { E, M, Eg: 8, Mg: 1 }));
          const fields = elementFields(format, code);
          if (
            elementInteger(format, code) !== (magnitude === 0 ? 0 : sign * magnitude) ||
            !Object.is(elementValue(format, code), sign * magnitude * 2 ** format.lsb) ||
            (fields.sign << (E + M)) + (fields.exp << M) + fields.man !== code ||
            magnitude > format.maxMagnitude ||
            magnitude >= 2 ** format.magnitudeBits
          ) {
            expect.fail(`<${E},${M}> code ${code}`);
          }
        }
      }
    }
    // sum of 2^(1+E+M), without the format <0,0>.
    expect(codes).toBe(2 * 63 * 2047 - 2);
  });

  it.each([
    [0, 0],
    [6, 2],
    [2, 11],
    [-1, 3],
    [1.5, 2],
    [NaN, 1],
  ])('rejects <%d,%d>', (E, M) => {
    expect(() => elementFormat(E, M)).toThrow(InputError);
  });

  it('rejects what is not a number', () => {
    expect(() => elementFormat('2' as unknown as number, 4)).toThrow(TypeError);
  });
});

describe('groupScaleFormat', () => {
  it('gives every code its value, at most 1.5', () => {
    for (let Eg = 1; Eg <= 8; Eg++) {
      for (const Mg of [0, 1]) {
        const format = groupScaleFormat(Eg, Mg);
        for (let code = 0; code < 2 ** format.codeBits; code++) {
          const { num, den } = exactScale(code, { E: 2, M: 4, Eg, Mg });
          expect(scaleValue(format, code)).toBe(Number(num) / Number(den));
        }
      }
    }
  });

  it.each([
    [0, 1],
    [9, 1],
    [8, 2],
  ])('rejects <%d,%d>', (Eg, Mg) => {
    expect(() => groupScaleFormat(Eg, Mg)).toThrow(InputError);
  });
});
