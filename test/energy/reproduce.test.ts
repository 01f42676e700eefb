/** The paper's cells. */
import { describe, expect, it } from 'vitest';
import { compareCell, parseDecimal } from '../../src/energy/reproduce/cell.ts';
import { networkRatios, RANGE_NETWORKS } from '../../src/energy/reproduce/ratios.ts';
import { judged, reproduce } from '../../src/energy/reproduce/reproduce.ts';

const { cells, reproduced } = reproduce();
const named = (where: string): readonly (typeof cells)[number][] => cells.filter((cell) => cell.where === where);

describe('the paper', () => {
  it('is reproduced, but for cells that contradict its own arithmetic', () => {
    expect(reproduced).toBe(true);
    expect(cells.filter(({ verdict }) => verdict === 'different')).toEqual([]);
    expect(cells.filter(({ verdict }) => verdict === 'inconsistent').map(({ what, printed, computedAtPrintedDigits }) => [what, printed, computedAtPrintedDigits])).toEqual([
      ['BN, number of multiplications', '4.87E+7', '4.38E+7'],
      ['BN, number of additions', '4.38E+7', '4.87E+7'],
      ['DQ of activations and errors, number of additions', '1.95E+6', '1.95E+7'],
      ['sum, mls, of all rows that are printed', '3130', '3310'],
      ['ratio of the sums, with DQ of weights', '10.21', '9.665'],
    ]);
    for (const { inconsistent, verdict } of cells) expect(inconsistent === undefined).toBe(verdict === 'equal');
  });

  it('has all cells of Tab. 1 at three digits', () => {
    expect(named('Tab. 1').map(({ network, printed }) => `${network ?? ''} ${printed}`)).toEqual(
      [
        ['paper-resnet18', '1.88E+9', '4.22E+9', '3.06E+6', '5.12E+5', '7.53E+5', '9.28E+5', '1.15E+7'],
        ['googlenet', '1.58E+9', '3.05E+9', '3.23E+6', '1.02E+6', '0', '0', '5.97E+6'],
      ].flatMap(([network, ...values]) => values.map((value) => `${network} ${value}`)),
    );
    for (const cell of named('Tab. 1')) expect(cell).toMatchObject({ digits: 3, verdict: 'equal' });
  });

  it('has Tab. 5, to the digits of the specification', () => {
    const computed = new Map(named('Tab. 5').map(({ what, computed: value }) => [what, value]));
    const exact = new Map(named('Tab. 5').map(({ what, exact: value }) => [what, Number(value.numerator) / Number(value.denominator)]));
    expect(computed.get('conv, number of products')).toBe('1.12186E+10');
    expect(computed.get('conv, number of tree additions')).toBe('1.21178E+9');
    expect(exact.get('FC, number of operations')).toBe(3.072e6);
    expect(exact.get('SGD update, number of operations')?.toExponential(4)).toBe('5.1601e+7');
    const energies: [string, number, number][] = [
      ['conv, fp32 multiplications', 25926.1, 1],
      ['conv, fp32 additions', 5743.9, 1],
      ['conv, mls multiplications', 1391.1, 1],
      ['conv, mls local accumulation and group scaling', 729.2, 1],
      ['conv, mls tree additions', 620.4, 1],
      ['BN, multiplications', 101.2, 1],
      ['BN, additions', 24.92, 2],
      ['FC, multiplications', 7.1, 2],
      ['FC, additions', 1.573, 3],
      ['SGD update, additions', 26.4, 1],
      ['DQ with weights, mls multiplications', 249.0, 1],
      ['DQ with weights, mls additions', 27.58, 2],
      ['EW-Add, additions', 1.477, 3],
      ['EW-Add, mls multiplications', 6.668, 3],
      ['sum, fp32', 31952, 0],
      ['sum, mls, without DQ of weights', 3129, 0],
      ['sum, mls, of all rows that are printed', 3306, 0],
      ['ratio of the sums', 10.21, 2],
    ];
    for (const [what, value, decimals] of energies) expect(exact.get(what)?.toFixed(decimals), what).toBe(value.toFixed(decimals));
    // 3306 and 9.66 of the specification are of rounded sums.
    expect((31952 / 3306).toFixed(2)).toBe('9.66');
  });

  it('has Eq. 9', () => {
    const [cell] = named('Eq. 9');
    expect(cell).toMatchObject({ printed: '11.5', verdict: 'equal' });
    expect(Number(cell.exact.numerator) / Number(cell.exact.denominator)).toBe((9 * 2.311 + 8 * 0.512 + 0.512) / (9 * 0.124 + 9 * 0.065 + 0.512));
    expect(cell.computed).toBe('11.4808');
  });

  it('has its ranges with networks at the ends', () => {
    expect(named('section 5.4').map(({ what, printed, network, verdict }) => [what, printed, network, verdict])).toEqual([
      ['fp32/mls, lowest', '8.3', 'googlenet', 'equal'],
      ['fp32/mls, highest', '10.2', 'paper-resnet34', 'equal'],
      ['fp8/mls, lowest', '1.9', 'googlenet', 'equal'],
      ['fp8/mls, highest', '2.3', 'vgg16-bn', 'equal'],
    ]);
    expect(networkRatios('fp32').map(({ network }) => network).toSorted()).toEqual([...RANGE_NETWORKS].toSorted());
  });
});

describe('a cell', () => {
  const cell = { where: 'Tab. 0', what: 'x', printed: '1.88E+9', digits: 3 };
  const value = (n: bigint) => ({ numerator: n, denominator: 1n });

  it('is equal at the printed digits alone', () => {
    expect(compareCell(cell, value(1_884_999_999n)).verdict).toBe('equal');
    expect(compareCell(cell, value(1_885_000_000n)).verdict).toBe('different');
    expect(compareCell(cell, value(1_875_000_000n)).verdict).toBe('equal');
    expect(compareCell(cell, value(1_874_999_999n)).verdict).toBe('different');
    expect(compareCell(cell, value(188n)).verdict).toBe('different');
  });

  it('with a known contradiction has to contradict', () => {
    const known = { ...cell, inconsistent: 'a slip' };
    expect(compareCell(known, value(5n)).verdict).toBe('inconsistent');
    expect(compareCell(known, value(1_880_000_000n)).verdict).toBe('different');
  });

  it('that differs fails all', () => {
    expect(judged([compareCell(cell, value(5n))]).reproduced).toBe(false);
    expect(judged([compareCell({ ...cell, inconsistent: 'a slip' }, value(5n))]).reproduced).toBe(true);
  });

  it('is a decimal number', () => {
    expect([parseDecimal('25900'), parseDecimal('101.2'), parseDecimal('1.95E+7')]).toEqual([
      { digits: 25900n, exponent: 0 },
      { digits: 1012n, exponent: -1 },
      { digits: 195n, exponent: 5 },
    ]);
    expect(() => parseDecimal('many')).toThrow(TypeError);
  });
});
