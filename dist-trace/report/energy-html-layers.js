/** The full tables of the energy page: every layer in every arithmetic, by pass and by operation. */
import { CHARGE_PASSES, ROWS } from "../energy/charges.js";
import { ratioText, shareText, unitFor } from "./energy-amounts.js";
import { energyCell, folded, line, number, numberCell, table, textCell, words } from "./energy-html-table.js";
import { CHARGE_PASS_TITLES, placeText, SHORT_ROW_TITLES, unitText } from "./energy-words.js";
import { markup } from "./markup.js";
/** @param nth of the table, from 1 */
export function layerTables(report, under, nth) {
    const { arithmetics } = under;
    return markup `${folded(arithmetics.map(({ arithmetic }) => arithmetic).join(', '), totalsTable(report, under, nth))}
${arithmetics.map((energy) => folded(`${energy.arithmetic} by pass`, passTable(energy, nth)))}
${arithmetics.map((energy) => folded(`${energy.arithmetic} by operation`, operationTable(energy, nth)))}`;
}
function totalsTable(report, { arithmetics, ratios }, nth) {
    const unit = unitFor(arithmetics.map(({ total }) => total));
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
    const cells = (of) => {
        const inMls = mls === undefined ? undefined : of(mls);
        const against = arithmetics.filter(({ arithmetic }) => ratios.some((ratio) => ratio.arithmetic === arithmetic));
        return [
            ...arithmetics.map((energy) => energyCell(of(energy).total, unit)),
            ...against.map((energy) => numberCell(ratioText(of(energy).total, inMls?.total ?? 0n), of(energy).total < (inMls?.total ?? 0n))),
            ...(inMls === undefined ? [] : [numberCell(shareText(inMls.rows.convTreeAdd, inMls.total))]),
        ];
    };
    const rows = arithmetics[0].places.map(({ place }, i) => line(place, [textCell(placeText(report, i)), ...cells(({ places }) => places[i])], 'code'));
    const heads = [words('layer'), words(''), ...arithmetics.map(({ arithmetic }) => number(arithmetic)), ...ratios.map(({ name }) => number(name)), ...(mls === undefined ? [] : [number('tree in mls')])];
    return table({ id: `layers-${nth}`, caption: `Energy by layer, ${unitText(unit)}`, heads, rows, foot: [line('total', [textCell(''), ...cells((energy) => energy)])] });
}
function passTable(energy, nth) {
    const keys = CHARGE_PASSES.filter((pass) => energy.passes[pass] > 0n);
    const heads = keys.map((pass) => number(CHARGE_PASS_TITLES[pass]));
    return places(`layers-passes-${energy.arithmetic}-${nth}`, 'by layer and pass', energy, heads, ({ passes }) => keys.map((pass) => passes[pass]));
}
function operationTable(energy, nth) {
    const keys = ROWS.filter((row) => energy.rows[row] > 0n);
    const heads = keys.map((row) => number(SHORT_ROW_TITLES[row]));
    return places(`layers-operations-${energy.arithmetic}-${nth}`, 'by layer and operation', energy, heads, ({ rows }) => keys.map((row) => rows[row]));
}
function places(id, how, energy, heads, of) {
    const unit = unitFor([energy.total]);
    const lineOf = (name, figures, look) => line(name, [...of(figures), figures.total].map((value) => energyCell(value, unit)), look);
    return table({
        id,
        caption: `Energy in ${energy.arithmetic} ${how}, ${unitText(unit)}`,
        heads: [words('layer'), ...heads, number('total')],
        rows: energy.places.map((place) => lineOf(place.place, place, 'code')),
        foot: [lineOf('total', energy, 'words')],
    });
}
//# sourceMappingURL=energy-html-layers.js.map