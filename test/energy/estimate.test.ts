/** Energies: sums that are exact, and the ratios of the specification. */
import { describe, expect, it } from 'vitest';
import { ARITHMETICS } from '../../src/energy/arithmetic.ts';
import { CHARGE_PASSES, ROWS } from '../../src/energy/charges.ts';
import { CONVENTION_NAMES } from '../../src/energy/convention.ts';
import { cost, withInt8Tree } from '../../src/energy/cost-table.ts';
import { WORKLOADS } from '../../src/energy/counts.ts';
import { fixedDecimal } from '../../src/energy/decimal.ts';
import { estimate } from '../../src/energy/estimate.ts';
import { energyReport } from '../../src/energy/report.ts';
import { horowitzTable, paperTable } from '../../src/energy/tables/tables.ts';
import { NETWORKS } from '../../src/networks/networks.ts';
import { energyPlain, PLAIN } from './independent.ts';
import { convLayer, energyOf, reportFor, requestFor, scopeOf } from './support.ts';

const sum = (energies: readonly bigint[]): bigint => energies.reduce((total, energy) => total + energy, 0n);

/** fp32/mls and fp8/mls. */
function printedRatios(name: string, convention: (typeof CONVENTION_NAMES)[number]): readonly string[] {
  const { ratios } = reportFor(name, convention).tables[0];
  expect(ratios.map((ratio) => ratio.name)).toEqual(['fp32/mls', 'fp8/mls', 'int8/mls']);
  return ratios.slice(0, 2).map(({ numerator, denominator }) => fixedDecimal(numerator, denominator, 2));
}

describe('the ratios', () => {
  it.each([
    ['paper-resnet18', '9.96', '2.26'],
    ['paper-resnet34', '10.21', '2.30'],
    ['vgg16-bn', '9.96', '2.33'],
    ['googlenet', '8.32', '1.89'],
  ])('published: %s %s %s', (name, ...expected) => {
    expect(printedRatios(name, 'published')).toEqual(expected);
  });

  it.each([
    ['resnet18', '9.73', '2.20'],
    ['resnet34', '10.05', '2.27'],
    ['vgg16-bn', '9.85', '2.30'],
    ['googlenet', '8.00', '1.82'],
  ])('datapath: %s %s %s', (name, ...expected) => {
    expect(printedRatios(name, 'datapath')).toEqual(expected);
  });

  // No published figures: from the independent implementation.
  it.each([
    ['resnet18', '7.21', '1.86'],
    ['resnet34', '8.47', '2.05'],
    ['vgg16-bn', '9.57', '2.27'],
    ['googlenet', '5.86', '1.56'],
  ])('first-fp32: %s %s %s', (name, ...expected) => {
    expect(printedRatios(name, 'first-fp32')).toEqual(expected);
  });
});

describe('the total', () => {
  it.each(NETWORKS.map(({ name }) => name))('of %s is that of an independent implementation, to the femtojoule', (name) => {
    for (const convention of CONVENTION_NAMES) {
      const report = reportFor(name, convention);
      for (const arithmetic of ARITHMETICS) {
        expect(energyOf(report, arithmetic).total, `${convention} ${arithmetic}`).toBe(energyPlain(PLAIN[name], convention, arithmetic));
      }
    }
  });

  it('is the sum of its rows, its passes, its places and its charges, for a million images too', () => {
    for (const { name } of NETWORKS) {
      for (const convention of CONVENTION_NAMES) {
        for (const workload of WORKLOADS) {
          const { request, tables } = reportFor(name, convention, { workload, batch: 1_000_000 });
          for (const { total, rows, passes, places, charges, notInSum } of tables[0].arithmetics) {
            if (name === 'vgg16') expect(total).toBeGreaterThan(2n ** 53n);
            expect(sum(ROWS.map((row) => rows[row]))).toBe(total);
            expect(sum(CHARGE_PASSES.map((pass) => passes[pass]))).toBe(total);
            expect(sum(places.map((place) => place.total))).toBe(total);
            for (const row of ROWS) expect(sum(places.map((place) => place.rows[row]))).toBe(rows[row]);
            for (const pass of CHARGE_PASSES) expect(sum(places.map((place) => place.passes[pass]))).toBe(passes[pass]);
            expect(sum(charges.map(({ count, cost_fJ, inSum }) => (inSum ? count * cost_fJ : 0n)))).toBe(total);
            expect(sum(charges.map(({ energy_fJ }) => energy_fJ))).toBe(total + sum(ROWS.map((row) => notInSum[row])));
            expect(places).toHaveLength(request.topology.layers.length + request.topology.additions.length);
          }
        }
      }
    }
  });

  it('leaves weight quantization out where the convention does, and says what it would be', () => {
    const [published, datapath] = (['published', 'datapath'] as const).map((name) => energyOf(reportFor('resnet18', name), 'mls'));
    const weights = 11_166_912n * (4n * 2311n + 2n * 512n);
    expect([published.rows.dqWeight, published.notInSum.dqWeight]).toEqual([0n, weights]);
    expect([datapath.rows.dqWeight, datapath.notInSum.dqWeight]).toEqual([weights, 0n]);
  });
});

describe('one product', () => {
  /** Convolution energy of a forward pass for each product, in fJ. */
  const perProduct = (kernel: 1 | 3, arithmetic: (typeof ARITHMETICS)[number]): bigint => {
    const layer = convLayer({ kernel: [kernel, kernel], input: [kernel, kernel], ci: 1000, co: 1 });
    const { rows } = estimate({ name: 'one', layers: [layer], additions: [] }, scopeOf('datapath', { workload: 'inference' }), paperTable, arithmetic);
    return (rows.convMul + rows.convLocalAcc + rows.convGroupScale + rows.convTreeAdd) / BigInt(1000 * kernel * kernel);
  };

  it('of a 1x1 convolution costs more in mls than in fp8', () => {
    // 0.124 + 0.065 + 0.512 against 0.105 + 0.512.
    expect([perProduct(1, 'mls'), perProduct(1, 'fp8')]).toEqual([701n, 617n]);
    expect(perProduct(1, 'int8')).toBe(220n);
  });

  it('of a 3x3 convolution costs a ninth of the tree', () => {
    expect(perProduct(3, 'mls')).toBe((9n * 124n + 9n * 65n + 512n) / 9n);
    expect(perProduct(3, 'fp32')).toBe(2311n + 512n);
  });
});

describe('a table', () => {
  it('must have every cost that is needed: missing is never zero', () => {
    expect(() => energyReport(requestFor('resnet18', 'datapath', { tables: [horowitzTable] }))).toThrow(
      /^table horowitz-45nm: expected a cost in arithmetics\.fp8\.costs_fJ\.mul \(fp8 multiplication\), found none/,
    );
    expect(() => cost(horowitzTable, 'mls', 'groupScale')).toThrow(/arithmetics\.mls\.costs_fJ\.groupScale/);
    const without = { ...paperTable, arithmetics: { ...paperTable.arithmetics, mls: undefined } };
    expect(() => energyReport(requestFor('resnet18', 'datapath', { tables: [without] }))).toThrow(/arithmetics\.mls\.costs_fJ\.mul/);
    // Others' rows are binary32 in every arithmetic: without it nothing can be estimated but a network that needs none.
    const no32 = { ...paperTable, arithmetics: { ...paperTable.arithmetics, fp32: undefined } };
    expect(() => energyReport(requestFor('resnet18', 'datapath', { tables: [no32], arithmetics: ['mls'] }))).toThrow(/arithmetics\.fp32\.costs_fJ\.mul/);
  });

  it('needs only what is asked for', () => {
    const report = energyReport(requestFor('resnet18', 'datapath', { tables: [paperTable, horowitzTable], arithmetics: ['fp32', 'int8'] }));
    expect(report.tables.map(({ table, ratios }) => [table.name, ratios])).toEqual([['paper', []], ['horowitz-45nm', []]]);
    const [, { arithmetics: [fp32, int8] }] = report.tables;
    const { conv } = report.counts;
    const products = conv.forward.mul + conv.weightGradient.mul + conv.inputGradient.mul;
    expect(fp32.rows.convMul).toBe(products * 3700n);
    expect(int8.rows.convMul).toBe(products * 200n);
    expect(int8.rows.convLocalAcc + int8.rows.convTreeAdd).toBe(products * 100n);
  });

  it('can have int8 add in the tree with binary32 adders', () => {
    expect(cost(paperTable, 'int8', 'treeAdd')).toBe(65n);
    expect(cost(withInt8Tree(paperTable, 'fp32'), 'int8', 'treeAdd')).toBe(512n);
    expect(withInt8Tree(paperTable, 'int8')).toBe(paperTable);
    const [assumed, binary32] = (['int8', 'fp32'] as const).map((int8Tree) => energyOf(reportFor('resnet18', 'datapath', { int8Tree }), 'int8'));
    const trees = 207_929_344n + 11_166_912n + 321_126_400n;
    expect(binary32.total - assumed.total).toBe(trees * (512n - 65n));
  });

  it('has the costs of its source', () => {
    const costs = (table: typeof paperTable): (number | null | undefined)[][] =>
      ARITHMETICS.map((name) => (['mul', 'localAcc', 'groupScale', 'treeAdd'] as const).map((unit) => table.arithmetics[name]?.costs_fJ[unit]));
    expect(costs(paperTable)).toEqual([
      [2311, 512, undefined, 512],
      [105, 512, undefined, 512],
      [155, 65, undefined, 65],
      [124, 65, 65, 512],
    ]);
    expect(costs(horowitzTable)).toEqual([
      [3700, 900, undefined, 900],
      [null, 900, undefined, 900],
      [200, 100, undefined, 100],
      [null, 100, null, 900],
    ]);
  });
});
