import { describe, expect, it } from 'vitest';
import { CHARGE_PASSES, ROWS } from '../../src/energy/charges.ts';
import { CONVENTION_NAMES } from '../../src/energy/convention.ts';
import { energyReport, type EnergyReport, type EnergyRequest } from '../../src/energy/report.ts';
import { horowitzTable, paperTable } from '../../src/energy/tables/tables.ts';
import { energyChartSvg } from '../../src/report/energy-chart.ts';
import { energyHtml } from '../../src/report/energy-html.ts';
import { convLayer, energyOf, reportFor, requestFor } from '../energy/support.ts';
import { all, byId, parsePage, readTable, textOf, type Cell, type Element } from './energy-html-page.ts';

const ORIGIN = { command: 'mlsim energy resnet18 --html resnet18.html', version: '1.2.3' };
const pageOf = (report: EnergyReport): Element => parsePage(energyHtml(report, ORIGIN));
const tableOf = (page: Element, id: string): ReturnType<typeof readTable> & { size: number } => {
  const table = byId(page, id);
  return { ...readTable(table), size: sizeOf(textOf(all(table, 'caption')[0])) };
};

/** The unit that a caption ends in, in fJ. */
function sizeOf(caption: string): number {
  const unit = / (fJ|pJ|nJ|µJ|mJ|J|kJ)(;|$)/.exec(caption)?.[1];
  const sizes: Record<string, number> = { fJ: 1, pJ: 1e3, nJ: 1e6, µJ: 1e9, mJ: 1e12, J: 1e15, kJ: 1e18 };
  return unit === undefined ? Number.NaN : sizes[unit];
}

/** A cell is an energy: exactly behind its text, and rounded to two decimals in it. */
function requireEnergy({ text, exact }: Cell, energy: bigint, size: number, where: string): void {
  expect(exact, where).toBe(energy);
  if (energy === 0n) {
    expect(text, where).toBe('-');
    return;
  }
  expect(text, where).toMatch(/^\d{1,3}( \d{3})*(\.\d{2})?$/);
  expect(Math.abs(Number(text.replaceAll(' ', '')) - Number(energy) / size), where).toBeLessThanOrEqual(0.00500001);
}

function requireShare({ text }: Cell, part: bigint, whole: bigint): void {
  if (part === 0n) expect(['-', '0.0 %']).toContain(text);
  else expect(Math.abs(Number(text.replace(' %', '')) - (100 * Number(part)) / Number(whole))).toBeLessThanOrEqual(0.0500001);
}

function requireRatio({ text }: Cell, numerator: bigint, denominator: bigint): void {
  if (denominator === 0n) expect(text).toBe('-');
  else expect(Math.abs(Number(text) - Number(numerator) / Number(denominator))).toBeLessThanOrEqual(0.00500001);
}

/** Compares every cell of every table with the report. */
function requireAllFigures(report: EnergyReport): void {
  const page = pageOf(report);
  const seen = new Set<string>();
  const table = (id: string): ReturnType<typeof tableOf> => {
    seen.add(id);
    return tableOf(page, id);
  };
  const { topology } = report.request;
  const count = (text: string): bigint => BigInt(text.replaceAll(' ', ''));
  for (const [i, { table: costs, arithmetics, ratios }] of report.tables.entries()) {
    const nth = i + 1;
    const charged = ROWS.filter((row) => arithmetics.some(({ rows }) => rows[row] > 0n));
    const left = ROWS.filter((row) => arithmetics.some(({ notInSum }) => notInSum[row] > 0n));
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');

    const operations = table(`operations-${nth}`);
    expect(operations.heads).toEqual(['operation', ...arithmetics.flatMap(({ arithmetic }) => [arithmetic, 'share'])]);
    expect(operations.lines).toHaveLength(charged.length);
    expect(operations.foot).toHaveLength(1 + left.length);
    const passes = table(`passes-${nth}`);
    const made = CHARGE_PASSES.filter((pass) => arithmetics.some((energy) => energy.passes[pass] > 0n));
    expect(passes.lines).toHaveLength(made.length);
    for (const [column, energy] of arithmetics.entries()) {
      const both = (cells: readonly Cell[], value: bigint, size: number, where: string): void => {
        requireEnergy(cells[2 * column], value, size, where);
        requireShare(cells[2 * column + 1], value, energy.total);
      };
      for (const [line, row] of charged.entries()) both(operations.lines[line].cells, energy.rows[row], operations.size, row);
      for (const [line, pass] of made.entries()) both(passes.lines[line].cells, energy.passes[pass], passes.size, pass);
      both(operations.foot[0].cells, energy.total, operations.size, 'total');
      both(passes.foot[0].cells, energy.total, passes.size, 'total');
      for (const [line, row] of left.entries()) both(operations.foot[line + 1].cells, energy.notInSum[row], operations.size, row);
    }

    const layers = table(`layers-${nth}`);
    expect(layers.heads).toEqual(['layer', '', ...arithmetics.map(({ arithmetic }) => arithmetic), ...ratios.map(({ name }) => name), ...(mls === undefined ? [] : ['tree in mls'])]);
    expect(layers.lines.map(({ name }) => name)).toEqual([...topology.layers, ...topology.additions].map(({ name }) => name));
    for (const [line, { cells }] of [...layers.lines, layers.foot[0]].entries()) {
      const of = arithmetics.map((energy) => (line < layers.lines.length ? energy.places[line] : energy));
      const inMls = of[arithmetics.findIndex(({ arithmetic }) => arithmetic === 'mls')];
      for (const [column, { total }] of of.entries()) requireEnergy(cells[1 + column], total, layers.size, `layer ${line}`);
      for (const [column, { arithmetic }] of ratios.entries()) requireRatio(cells[1 + of.length + column], of[arithmetics.findIndex((one) => one.arithmetic === arithmetic)].total, inMls.total);
      if (mls !== undefined) requireShare(cells[1 + of.length + ratios.length], inMls.rows.convTreeAdd, inMls.total);
    }

    for (const energy of arithmetics) {
      const byPass = table(`layers-passes-${energy.arithmetic}-${nth}`);
      const byRow = table(`layers-operations-${energy.arithmetic}-${nth}`);
      const figures = [...energy.places, energy];
      for (const [line, { cells }] of [...byPass.lines, ...byPass.foot].entries()) {
        const expected = [...CHARGE_PASSES.filter((pass) => energy.passes[pass] > 0n).map((pass) => figures[line].passes[pass]), figures[line].total];
        expect(cells).toHaveLength(expected.length);
        for (const [column, value] of expected.entries()) requireEnergy(cells[column], value, byPass.size, `${energy.arithmetic} ${line}`);
      }
      for (const [line, { cells }] of [...byRow.lines, ...byRow.foot].entries()) {
        const expected = [...ROWS.filter((row) => energy.rows[row] > 0n).map((row) => figures[line].rows[row]), figures[line].total];
        expect(cells).toHaveLength(expected.length);
        for (const [column, value] of expected.entries()) requireEnergy(cells[column], value, byRow.size, `${energy.arithmetic} ${line}`);
      }
      expect(byPass.lines).toHaveLength(energy.places.length);
      expect(byRow.lines).toHaveLength(energy.places.length);
    }

    if (mls !== undefined && ratios.length > 0) {
      const kernels = table(`kernels-${nth}`);
      const convolutions = topology.layers.filter(({ kind }) => kind === 'conv').length;
      expect(kernels.lines.reduce((sum, { cells }) => sum + Number(cells[0].text), 0)).toBe(convolutions);
      for (const [column, { places }] of arithmetics.entries()) {
        const sum = places.filter((_, position) => topology.layers.at(position)?.kind === 'conv').reduce((total, { total: one }) => total + one, 0n);
        expect(kernels.lines.reduce((total, { cells }) => total + (cells[1 + column].exact ?? 0n), 0n)).toBe(sum);
      }
      for (const { cells } of kernels.lines) {
        const ofMls = cells[arithmetics.indexOf(mls) + 1].exact ?? 0n;
        for (const [column, { arithmetic }] of ratios.entries()) requireRatio(cells[1 + arithmetics.length + column], cells[1 + arithmetics.findIndex((one) => one.arithmetic === arithmetic)].exact ?? 0n, ofMls);
      }
      for (const { loss } of report.findings) {
        if (loss?.table !== costs.name) continue;
        const losses = table(`losses-${loss.arithmetic}-${nth}`);
        const other = energyOf({ ...report, tables: [report.tables[i]] }, loss.arithmetic);
        expect(losses.lines.map(({ name }) => name)).toEqual(loss.layers.map(({ layer }) => layer));
        for (const { name, cells } of losses.lines) {
          const position = topology.layers.findIndex((layer) => layer.name === name);
          requireEnergy(cells[1], other.places[position].total, losses.size, name);
          requireEnergy(cells[2], mls.places[position].total, losses.size, name);
          requireRatio(cells[3], other.places[position].total, mls.places[position].total);
        }
      }
    }

    for (const [line, { cells }] of table(`costs-${nth}`).lines.entries()) {
      const row = costs.arithmetics[arithmetics[line].arithmetic];
      for (const [column, unit] of (['mul', 'localAcc', 'groupScale', 'treeAdd'] as const).entries()) {
        const cost = row?.costs_fJ[unit];
        expect(cells[column].text.replaceAll(' ', '')).toBe(cost === undefined || cost === null ? '-' : String(cost));
      }
      expect(cells[5].text).toContain(row?.source);
    }
  }

  const conv = table('counts-convolution');
  expect(conv.lines.map(({ cells }) => cells.map(({ text }) => count(text)))).toEqual(
    (['forward', 'weightGradient', 'inputGradient'] as const).map((pass) => (['mul', 'localAcc', 'groupScale', 'treeAdd'] as const).map((unit) => report.counts.conv[pass][unit])),
  );
  const others = (['bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight'] as const).map((row) => report.counts[row]).filter(({ elements }) => elements > 0n);
  expect(table('counts-binary32').lines.map(({ cells }) => cells.map(({ text }) => count(text)))).toEqual(others.map(({ elements, mul, add }) => [elements, mul, add]));
  if (report.memory !== undefined) {
    const memory = table('memory');
    for (const [line, { bytes, dramLow, dramHigh, sram }] of report.memory.arithmetics.entries()) {
      expect(count(memory.lines[line].cells[0].text)).toBe(bytes);
      for (const [column, value] of [dramLow, dramHigh, sram].entries()) requireEnergy(memory.lines[line].cells[1 + column], value, memory.size, 'memory');
    }
  }
  expect(all(page, 'table').map(({ attributes }) => attributes.get('id'))).toEqual(expect.arrayContaining([...seen]));
  expect(all(page, 'table')).toHaveLength(seen.size);
}

describe('the figures of the energy page', () => {
  it.each(['resnet18', 'mobilenet-v2', 'googlenet', 'vgg16'])('%s: every cell of every table is the report', (name) => {
    requireAllFigures(reportFor(name));
  });

  it.each(CONVENTION_NAMES)('%s, inference and a large batch too', (convention) => {
    requireAllFigures(reportFor('resnet20', convention, { batch: 1_000_000, memory: true }));
    requireAllFigures(reportFor('resnet20', convention, { workload: 'inference', memory: true }));
  });

  it('are there for several tables, and for fewer arithmetics', () => {
    requireAllFigures(reportFor('resnet20', 'datapath', { tables: [paperTable, horowitzTable], arithmetics: ['fp32', 'int8'] }));
    requireAllFigures(reportFor('resnet20', 'datapath', { tables: [paperTable, { ...paperTable, name: 'other' }], arithmetics: ['fp8', 'mls'] }));
    requireAllFigures(reportFor('resnet20', 'datapath', { arithmetics: ['mls'] }));
  });
});

describe('the headline', () => {
  const tileTexts = (report: EnergyReport): readonly string[] => all(pageOf(report), 'div').filter(({ attributes }) => attributes.get('class')?.startsWith('tile ') === true).map((tile) => textOf(tile).replaceAll(/\s+/g, ' '));

  it('says what MLS wins and what it loses alike', () => {
    const [fp32, fp8, int8] = tileTexts(reportFor('mobilenet-v2'));
    expect(fp32).toContain('fp32/mls3.35MLS takes less FP32 takes 3.35 times the energy of MLS: 2 755.93 µJ against 823.58 µJ.');
    expect(fp8).toContain('fp8/mls0.93MLS takes more MLS takes 1.07 times the energy of FP8: 769.21 µJ against 823.58 µJ.');
    expect(int8).toContain('int8/mls0.50MLS takes more MLS takes 2.00 times the energy of INT8: 411.67 µJ against 823.58 µJ.Its cost is accuracy');
    const page = energyHtml(reportFor('mobilenet-v2'), ORIGIN);
    expect(page).toContain('MLS takes less energy than FP32, and more than FP8 and INT8. 33.9 % of its energy is the adder tree.');
    expect(page).toContain('FP8 takes less energy than MLS in 35 of 53 layers, and over the whole network');
    expect(energyHtml(reportFor('resnet18'), ORIGIN)).toContain('<p class="answer">MLS takes less energy than FP32 and FP8, and more than INT8. 16.0 %');
  });

  it('is right where nothing wins, and where nothing is compared', () => {
    expect(textOf(pageOf(reportFor('resnet20', 'datapath', { arithmetics: ['int8', 'mls'] })))).toContain('MLS takes more energy than INT8.');
    const fc = energyReport({ ...requestFor('resnet20'), topology: { name: 'fc', layers: [convLayer({ kind: 'fc', name: 'fc', kernel: [1, 1], input: [1, 1] })], additions: [] } });
    expect(tileTexts(fc)[1]).toContain('1.00both take the same FP8 and MLS take the same energy');
    expect(textOf(pageOf(reportFor('resnet20', 'datapath', { arithmetics: ['fp32'] })))).toMatch(/FP32 takes [\d.,\u00a0]+\u00a0.J\./);
  });

  it('has the findings, the convention, the costs and the command line', () => {
    const report = reportFor('mobilenet-v2', 'published', { memory: true, int8Tree: 'fp32' });
    const text = textOf(pageOf(report));
    for (const finding of report.findings) expect(text).toContain(finding.text);
    for (const part of [report.request.convention.title, paperTable.source, paperTable.process, ORIGIN.command, 'mlsim 1.2.3', 'binary32 additions', 'In none of the totals above']) expect(text).toContain(part);
  });
});

describe('the charts', () => {
  const report = reportFor('resnet18');
  const page = pageOf(report);

  it('are named and described', () => {
    const pictures = all(page, 'svg');
    expect(pictures).toHaveLength(5);
    const ids = all(page, '*').map(({ attributes }) => attributes.get('id')).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { attributes } of pictures) {
      expect(attributes.get('role')).toBe('img');
      for (const id of attributes.get('aria-labelledby')?.split(' ') ?? []) expect(textOf(byId(page, id)).length).toBeGreaterThan(10);
    }
  });

  it('have bars as long as the energies', () => {
    const [full, shares] = all(byId(page, 'operations-chart-1'), 'svg');
    const widths = (svg: Element, look: string): readonly number[] => all(svg, 'rect').filter(({ attributes }) => attributes.get('class') === look).map(({ attributes }) => Number(attributes.get('width')));
    const total = Number(energyOf(report, 'fp32').total);
    const names = report.request.arithmetics;
    for (const [i, name] of names.entries()) {
      const { rows, total: own } = energyOf(report, name);
      expect(widths(full, 'row-convMul')[i]).toBeCloseTo((592 * Number(rows.convMul)) / total - 1, 0);
      expect(widths(shares, 'row-convMul')[i]).toBeCloseTo((704 * Number(rows.convMul)) / Number(own) - 1, 0);
    }
    const tree = Number(energyOf(report, 'mls').rows.convTreeAdd) / Number(energyOf(report, 'mls').total);
    expect(widths(shares, 'row-convTreeAdd').at(-1)).toBeCloseTo(704 * tree - 1, 0);
  });

  it('have columns as high as the energies, pass upon pass', () => {
    const [svg] = all(byId(page, 'depth-chart-1'), 'svg');
    const columns = all(svg, 'g');
    const { places } = energyOf(report, 'mls');
    expect(columns).toHaveLength(4 * places.length);
    const ofMls = columns.slice(-places.length);
    const high = (column: Element): number => all(column, 'rect').filter(({ attributes }) => attributes.get('class') !== 'reach').reduce((sum, { attributes }) => sum + Number(attributes.get('height')), 0);
    // The axis of mls ends at 150 uJ, in 105 px.
    for (const [i, { total }] of places.entries()) {
      if (total > 10n ** 9n) expect(Math.abs(high(ofMls[i]) - (105 * Number(total)) / 150e9)).toBeLessThan(0.5);
      expect(textOf(all(ofMls[i], 'title')[0])).toContain(places[i].place);
    }
  });

  it('show columns below the line where FP8 is cheaper', () => {
    const [svg] = all(byId(page, 'ratio-chart-1'), 'svg');
    const base = Number(all(svg, 'line').find(({ attributes }) => attributes.get('class') === 'base')?.attributes.get('y1'));
    const below = all(svg, 'g').filter((column) => all(column, 'rect').some(({ attributes }) => attributes.get('class') !== 'reach' && Math.abs(Number(attributes.get('y')) - base) < 0.06));
    expect(below.map((column) => textOf(all(column, 'title')[0]).split(' ')[0])).toEqual(['layer2.0.downsample', 'layer3.0.downsample', 'layer4.0.downsample']);
  });

  it('are left out where there is nothing to compare', () => {
    const ids = all(pageOf(reportFor('resnet20', 'datapath', { arithmetics: ['fp32', 'fp8'] })), 'figure').map(({ attributes }) => attributes.get('id'));
    expect(ids).toEqual(['operations-chart-1', 'depth-chart-1']);
  });
});

describe('names from outside', () => {
  const EVIL = `</style></title><script>alert('x')</script><img src=x onerror="alert(1)">\u202e&quot;`;
  const costs = (name: 'fp32' | 'fp8' | 'int8' | 'mls') => ({ title: EVIL, source: EVIL, note: EVIL, costs_fJ: paperTable.arithmetics[name]?.costs_fJ ?? {} });
  const table = { ...paperTable, name: EVIL, title: EVIL, source: EVIL, process: EVIL, otherFigures: [{ name: EVIL, fJ: 5 }], arithmetics: { fp32: costs('fp32'), fp8: costs('fp8'), int8: costs('int8'), mls: costs('mls') } };
  const request: EnergyRequest = {
    ...requestFor('resnet20'),
    topology: {
      name: EVIL,
      layers: [convLayer({ name: `${EVIL}1`, fromInput: true }), convLayer({ name: `${EVIL}2`, kernel: [1, 1] }), convLayer({ kind: 'fc', name: `${EVIL}3`, kernel: [1, 1], input: [1, 1] })],
      additions: [{ name: EVIL, outputs: 10, inputs: 10 }],
    },
    tables: [table, paperTable],
    memory: true,
  };
  const pages = [energyHtml(energyReport(request), { command: EVIL, version: EVIL }), energyChartSvg(energyReport(request))];

  it('are text, and nothing else', () => {
    for (const html of pages) {
      const page = parsePage(html);
      const elements = all(page, '*');
      for (const { name, attributes } of elements) {
        expect(['script', 'img', 'iframe', 'object', 'embed', 'link', 'a', 'form', 'base', 'use', 'image', 'foreignobject']).not.toContain(name);
        for (const key of attributes.keys()) expect(key).toMatch(/^(?!on|href|src|style$|action)/);
      }
      expect(elements.filter(({ name }) => name === 'style')).toHaveLength(1);
      expect(textOf(page)).toContain("<script>alert('x')</script><img src=x onerror=");
      expect(html).not.toContain('\u202e');
      expect(html.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|<script|<img/i);
    }
  });

  it('are refused scripts and requests by the page itself', () => {
    expect(pages[0]).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`);
  });

  it('may be very long', () => {
    const topology = { name: 'x'.repeat(3000), layers: Array.from({ length: 500 }, (_, i) => convLayer({ name: `${'/block'.repeat(40)}/${i}` })), additions: [] };
    const html = energyHtml(energyReport({ ...requestFor('resnet20'), topology }), ORIGIN);
    expect(all(parsePage(html), 'text').every((text) => textOf(text).length <= 60)).toBe(true);
    expect(html.length).toBeLessThan(8_000_000);
  });
});
