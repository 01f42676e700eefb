/** Where the energy goes: by operation and by pass, as charts and tables. */
import { CHARGE_PASSES, ROW_TITLES, ROWS } from '../energy/charges.ts';
import type { ArithmeticEnergy } from '../energy/estimate.ts';
import type { TableEnergy } from '../energy/report.ts';
import { shareText, unitFor, type EnergyUnit } from './energy-amounts.ts';
import { barsDescription, energyBars, legendEntries, shareBars } from './energy-chart.ts';
import { barFigure } from './energy-html-figure.ts';
import { energyCell, folded, line, number, numberCell, table, words } from './energy-html-table.ts';
import { CHARGE_PASS_TITLES, unitText } from './energy-words.ts';
import { markup, type Markup } from './markup.ts';

/** @param nth of the table, from 1 */
export function operationsSection(under: TableEnergy, nth: number): Markup {
  const legend = legendEntries(under).map(({ row, number: mark, title }) => ({ look: `row-${row}`, mark, text: title }));
  const figure = {
    id: `operations-chart-${nth}`,
    title: 'Where the energy goes, by operation',
    description: barsDescription(under),
    legend,
  };
  return markup`<section><h2>Where the energy goes</h2>
${barFigure(figure, [{ heading: 'In full, all on one scale', chart: energyBars(under) }, { heading: 'As shares of each total', chart: shareBars(under) }])}
${folded('By operation, in figures', operationsTable(under, nth), true)}
${folded('By pass, in figures', passesTable(under, nth))}</section>
`;
}

function operationsTable(under: TableEnergy, nth: number): Markup {
  const { arithmetics } = under;
  const unit = unitOf(under);
  const left = ROWS.filter((row) => arithmetics.some(({ notInSum }) => notInSum[row] > 0n));
  const rows = legendEntries(under).map(({ row, number: mark, title }) => line(`${mark}: ${title}`, shares(arithmetics, unit, ({ rows: energies }) => energies[row])));
  const outside = left.map((row) => line(`not in the sum: ${ROW_TITLES[row]}`, shares(arithmetics, unit, ({ notInSum }) => notInSum[row])));
  const total = line('total', shares(arithmetics, unit, (energy) => energy.total));
  return table({ id: `operations-${nth}`, caption: `Energy by operation, ${unitText(unit)}`, heads: heads(arithmetics, 'operation'), rows, foot: [total, ...outside] });
}

function passesTable(under: TableEnergy, nth: number): Markup {
  const { arithmetics } = under;
  const unit = unitOf(under);
  const made = CHARGE_PASSES.filter((pass) => arithmetics.some(({ passes }) => passes[pass] > 0n));
  const rows = made.map((pass) => line(CHARGE_PASS_TITLES[pass], shares(arithmetics, unit, ({ passes }) => passes[pass])));
  const total = line('total', shares(arithmetics, unit, (energy) => energy.total));
  return table({ id: `passes-${nth}`, caption: `Energy by pass, ${unitText(unit)}`, heads: heads(arithmetics, 'pass'), rows, foot: [total] });
}

function unitOf({ arithmetics }: TableEnergy): EnergyUnit {
  return unitFor(arithmetics.map(({ total }) => total));
}

function heads(arithmetics: readonly ArithmeticEnergy[], what: string): readonly ReturnType<typeof words>[] {
  return [words(what), ...arithmetics.flatMap(({ arithmetic }) => [number(arithmetic), number('share')])];
}

/** An energy of each arithmetic with its share of the total. */
function shares(arithmetics: readonly ArithmeticEnergy[], unit: EnergyUnit, of: (energy: ArithmeticEnergy) => bigint): readonly Markup[] {
  return arithmetics.flatMap((energy) => [energyCell(of(energy), unit), numberCell(of(energy) === 0n ? '-' : shareText(of(energy), energy.total))]);
}
