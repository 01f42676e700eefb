/** The network from its first layer to its last: the energy of each in every pass, and the share of the adder tree. */
import { CHARGE_PASSES } from "../energy/charges.js";
import { ticksTo } from "./chart-axis.js";
import { amountText, shareText, unitFor } from "./energy-amounts.js";
import { columnFigure } from "./energy-html-figure.js";
import { CHARGE_PASS_TITLES, energyText, placeText, unitText } from "./energy-words.js";
import { NOTHING } from "./markup.js";
/** Energy by layer with the passes apart: a panel for each arithmetic. @param nth of the table, from 1 */
export function depthFigure(report, { arithmetics }, nth) {
    const made = CHARGE_PASSES.filter((pass) => arithmetics.some(({ passes }) => passes[pass] > 0n));
    const unit = unitFor(arithmetics.flatMap(({ places }) => places.map(({ total }) => total)));
    const largest = arithmetics.map(({ arithmetic, places }) => {
        const most = places.reduce((found, place) => (place.total > found.total ? place : found), places[0]);
        return `${arithmetic} most in ${most.place}`;
    });
    return columnFigure({
        id: `depth-chart-${nth}`,
        title: 'Energy along the network, by layer and pass',
        note: `Layers in the order of the forward pass${report.request.topology.additions.length > 0 ? ', then the residual additions' : ''}; passes on each other as in the legend, the first at the bottom. Each arithmetic has a scale of its own.`,
        description: `Stacked columns for each layer and arithmetic: ${largest.join(', ')}. The tables below have every figure.`,
        legend: made.map((pass) => ({ look: `pass-${pass}`, mark: '', text: CHARGE_PASS_TITLES[pass] })),
    }, { names: arithmetics[0].places.map(({ place }) => place), panels: arithmetics.map((energy) => passPanel(report, energy, unit)), panelHeight: 105 });
}
function passPanel(report, { arithmetic, places, total }, unit) {
    const ticks = ticksTo(Math.max(...places.map((place) => Number(place.total))), 4).map((value) => ({ value, text: tickText(value / Number(unit.size)) }));
    const columnOf = ({ place, total: whole, passes }, i) => {
        const charged = CHARGE_PASSES.filter((pass) => passes[pass] > 0n);
        let height = 0;
        const parts = charged.map((pass) => ({ look: `pass-${pass}`, from: height, to: (height += Number(passes[pass])) }));
        const each = charged.map((pass) => `${CHARGE_PASS_TITLES[pass]} ${amountText(passes[pass], unit)}`).join(', ');
        return { title: `${place} (${placeText(report, i)}) in ${arithmetic}: ${energyText(whole, unit)}, ${shareText(whole, total)} of the total; ${each}`, parts };
    };
    return { heading: `${arithmetic}, ${unitText(unit)}`, ticks, base: 0, scale: (value) => value, columns: places.map(columnOf) };
}
/** The share of tree additions in MLS. */
export function treeFigure(report, { arithmetics }, nth) {
    const mls = arithmetics.find(({ arithmetic }) => arithmetic === 'mls');
    if (mls === undefined)
        return NOTHING;
    const { layers } = report.request.topology;
    const places = mls.places.slice(0, layers.length);
    const columns = places.map(({ place, rows, total }, i) => {
        const share = total === 0n ? 0 : Number(rows.convTreeAdd) / Number(total);
        return {
            title: `${place} (${placeText(report, i)}): ${shareText(rows.convTreeAdd, total)} of its energy in mls`,
            parts: [{ look: lookOf(report, i), from: 0, to: share }],
            ...(rows.convTreeAdd > 0n ? { label: (100 * share).toFixed(0) } : {}),
        };
    });
    const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ value, text: `${100 * value} %` }));
    return columnFigure({
        id: `tree-chart-${nth}`,
        title: `The adder tree in MLS: ${shareText(mls.rows.convTreeAdd, mls.total)} of its energy`,
        note: 'Every group of products ends in a binary32 addition. A 1x1 kernel has one product in a group, a 3x3 kernel nine.',
        description: `Share of tree additions in the energy of each layer in MLS. ${highest(places)}`,
        legend: kernelLegend(report),
    }, { names: places.map(({ place }) => place), panels: [{ heading: "tree additions' share of a layer, %", ticks, base: 0, scale: (value) => value, columns }], panelHeight: 120 });
}
/** The colour of a layer by its kernel. */
export function lookOf({ request }, position) {
    const { kernel } = request.topology.layers[position];
    return kernel[0] * kernel[1] === 1 ? 'bar-single' : 'bar-several';
}
export function kernelLegend(report) {
    const looks = new Set(report.request.topology.layers.map((_, i) => lookOf(report, i)));
    return [
        { look: 'bar-several', mark: '', text: 'kernel of several taps' },
        { look: 'bar-single', mark: '', text: 'kernel 1x1, or fully connected' },
    ].filter(({ look }) => looks.has(look));
}
function highest(places) {
    const share = ({ rows, total }) => (total === 0n ? 0 : Number(rows.convTreeAdd) / Number(total));
    const most = places.reduce((found, place) => (share(place) > share(found) ? place : found), places[0]);
    return `It is largest in ${most.place}: ${shareText(most.rows.convTreeAdd, most.total)}.`;
}
function tickText(value) {
    return String(Number(value.toPrecision(6))).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
}
//# sourceMappingURL=energy-html-depth.js.map