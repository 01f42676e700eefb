/** Where the energy goes: by operation and by pass, as charts and tables. */
import { CHARGE_PASSES, ROW_TITLES, ROWS } from "../energy/charges.js";
import { shareText, unitFor } from "./energy-amounts.js";
import { barsDescription, energyBars, legendEntries, shareBars } from "./energy-chart.js";
import { barFigure } from "./energy-html-figure.js";
import { energyCell, folded, line, number, numberCell, table, words } from "./energy-html-table.js";
import { CHARGE_PASS_TITLES, unitText } from "./energy-words.js";
import { markup } from "./markup.js";
/** @param nth of the table, from 1 */
export function operationsSection(under, nth) {
    const legend = legendEntries(under).map(({ row, number: mark, title }) => ({ look: `row-${row}`, mark, text: title }));
    const figure = {
        id: `operations-chart-${nth}`,
        title: 'Where the energy goes, by operation',
        description: barsDescription(under),
        legend,
    };
    return markup `<section><h2>Where the energy goes</h2>
${barFigure(figure, [{ heading: 'In full, all on one scale', chart: energyBars(under) }, { heading: 'As shares of each total', chart: shareBars(under) }])}
${folded('By operation, in figures', operationsTable(under, nth), true)}
${folded('By pass, in figures', passesTable(under, nth))}</section>
`;
}
function operationsTable(under, nth) {
    const { arithmetics } = under;
    const unit = unitOf(under);
    const left = ROWS.filter((row) => arithmetics.some(({ notInSum }) => notInSum[row] > 0n));
    const rows = legendEntries(under).map(({ row, number: mark, title }) => line(`${mark}: ${title}`, shares(arithmetics, unit, ({ rows: energies }) => energies[row])));
    const outside = left.map((row) => line(`not in the sum: ${ROW_TITLES[row]}`, shares(arithmetics, unit, ({ notInSum }) => notInSum[row])));
    const total = line('total', shares(arithmetics, unit, (energy) => energy.total));
    return table({ id: `operations-${nth}`, caption: `Energy by operation, ${unitText(unit)}`, heads: heads(arithmetics, 'operation'), rows, foot: [total, ...outside] });
}
function passesTable(under, nth) {
    const { arithmetics } = under;
    const unit = unitOf(under);
    const made = CHARGE_PASSES.filter((pass) => arithmetics.some(({ passes }) => passes[pass] > 0n));
    const rows = made.map((pass) => line(CHARGE_PASS_TITLES[pass], shares(arithmetics, unit, ({ passes }) => passes[pass])));
    const total = line('total', shares(arithmetics, unit, (energy) => energy.total));
    return table({ id: `passes-${nth}`, caption: `Energy by pass, ${unitText(unit)}`, heads: heads(arithmetics, 'pass'), rows, foot: [total] });
}
function unitOf({ arithmetics }) {
    return unitFor(arithmetics.map(({ total }) => total));
}
function heads(arithmetics, what) {
    return [words(what), ...arithmetics.flatMap(({ arithmetic }) => [number(arithmetic), number('share')])];
}
/** An energy of each arithmetic with its share of the total. */
function shares(arithmetics, unit, of) {
    return arithmetics.flatMap((energy) => [energyCell(of(energy), unit), numberCell(of(energy) === 0n ? '-' : shareText(of(energy), energy.total))]);
}
//# sourceMappingURL=energy-html-operations.js.map