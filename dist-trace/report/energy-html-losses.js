/** Where MLS loses: the ratio to FP8 layer by layer, by kernel, and every layer in which another arithmetic is cheaper. */
import { PASS_TITLES } from "../energy/findings.js";
import { ratioText, shareText, unitFor } from "./energy-amounts.js";
import { kernelLegend, lookOf } from "./energy-html-depth.js";
import { columnFigure } from "./energy-html-figure.js";
import { energyCell, folded, line, number, numberCell, table, textCell, words } from "./energy-html-table.js";
import { energyText, placeText, prose, unitText } from "./energy-words.js";
import { kernelEnergies } from "./energy-kernels.js";
import { markup, NOTHING } from "./markup.js";
/** More lines than these are folded. */
const SHOWN_LINES = 12;
/** Nothing where MLS is not compared. @param nth of the table, from 1 */
export function lossesSection(report, under, nth) {
    if (under.ratios.length === 0)
        return NOTHING;
    const losses = report.findings.flatMap(({ loss }) => (loss === undefined || loss.table !== under.table.name ? [] : [loss]));
    return markup `<section><h2>Where MLS loses</h2>
${ratioFigure(report, under, nth)}
${kernelTable(report, under, nth)}
${losses.length === 0 ? markup `<p>In no convolution and no pass is another arithmetic cheaper than MLS.</p>` : losses.map((loss) => lossTable(report, under, loss, nth))}</section>
`;
}
/** Ticks of a ratio, below and above 1. */
const RATIOS = [0.125, 0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];
/** fp8/mls of each layer on a logarithmic scale: twice as dear is as far from 1 as half as dear. */
function ratioFigure(report, { arithmetics }, nth) {
    const [fp8, mls] = [arithmetics.find(({ arithmetic }) => arithmetic === 'fp8'), arithmetics.find(({ arithmetic }) => arithmetic === 'mls')];
    if (fp8 === undefined || mls === undefined)
        return NOTHING;
    const places = mls.places.slice(0, report.request.topology.layers.length);
    const ratios = places.map(({ total }, i) => (total === 0n ? 1 : Number(fp8.places[i].total) / Number(total)));
    const columns = places.map(({ place, total }, i) => {
        const text = ratioText(fp8.places[i].total, total);
        return { title: `${place} (${placeText(report, i)}): fp8/mls ${text}${ratios[i] < 1 ? ', fp8 is cheaper' : ''}`, parts: [{ look: lookOf(report, i), from: 1, to: ratios[i] }], label: text };
    });
    // Room for the numbers at the columns' ends.
    const [low, high] = [Math.min(...ratios) / 1.5, Math.max(...ratios) * 1.5];
    const first = Math.max(0, Math.min(RATIOS.findLastIndex((ratio) => ratio <= low), RATIOS.indexOf(0.5)));
    const last = RATIOS.findIndex((ratio) => ratio >= high);
    const ticks = RATIOS.slice(first, last < 0 ? undefined : Math.max(last, RATIOS.indexOf(2)) + 1).map((value) => ({ value, text: String(value) }));
    const cheaper = ratios.filter((ratio) => ratio < 1).length;
    return columnFigure({
        id: `ratio-chart-${nth}`,
        title: `FP8 takes less energy than MLS in ${cheaper} of ${places.length} layers${fp8.total < mls.total ? ', and over the whole network' : ''}`,
        note: 'Energy in fp8 divided by that in mls, all passes and quantization together. Above the line at 1 MLS is cheaper, below it FP8.',
        description: `The ratio lies between ${Math.min(...ratios).toFixed(2)} and ${Math.max(...ratios).toFixed(2)}; over the network it is ${ratioText(fp8.total, mls.total)}.`,
        legend: kernelLegend(report),
    }, { names: places.map(({ place }) => place), panels: [{ heading: 'fp8/mls, logarithmic', ticks, base: 1, scale: Math.log2, columns }], panelHeight: 170 });
}
function kernelTable(report, under, nth) {
    const kernels = kernelEnergies(report, under);
    if (kernels.length === 0)
        return NOTHING;
    const unit = unitFor(kernels.flatMap(({ energies }) => energies.map(({ total }) => total)));
    const lines = kernels.map(({ kernel, layers, energies }) => {
        const mls = energies.find(({ arithmetic }) => arithmetic === 'mls');
        const totalOf = (name) => energies.find(({ arithmetic }) => arithmetic === name)?.total ?? 0n;
        return line(kernel, [
            numberCell(String(layers)),
            ...energies.map(({ total }) => energyCell(total, unit)),
            ...under.ratios.map(({ arithmetic }) => numberCell(ratioText(totalOf(arithmetic), mls?.total ?? 0n), totalOf(arithmetic) < (mls?.total ?? 0n))),
            numberCell(shareText(mls?.tree ?? 0n, mls?.total ?? 0n)),
        ]);
    });
    const heads = [words('kernel'), number('layers'), ...under.arithmetics.map(({ arithmetic }) => number(arithmetic)), ...under.ratios.map(({ name }) => number(name)), number('tree in mls')];
    return table({ id: `kernels-${nth}`, caption: `Convolutions by kernel, all passes, quantization included, ${unitText(unit)}`, heads, rows: lines });
}
function lossTable(report, under, { arithmetic, layers, inTotal }, nth) {
    const [other, mls] = [under.arithmetics.find((one) => one.arithmetic === arithmetic), under.arithmetics.find((one) => one.arithmetic === 'mls')];
    if (other === undefined || mls === undefined)
        return NOTHING;
    const unit = unitFor(under.arithmetics.map(({ total }) => total));
    const caveat = arithmetic === 'int8' ? ' Its cost is accuracy, which this model does not see.' : '';
    const whole = inTotal ? `Over the whole network ${prose(arithmetic)} takes less energy than MLS: ${energyText(other.total, unit)} against ${energyText(mls.total, unit)}.${caveat}` : '';
    const layerUnit = unitFor(mls.places.map(({ total }) => total));
    const rows = layers.map(({ layer, passes, wholeLayer }) => {
        const position = report.request.topology.layers.findIndex(({ name }) => name === layer);
        const [ofOther, ofMls] = [other.places[position].total, mls.places[position].total];
        return line(layer, [textCell(placeText(report, position)), energyCell(ofOther, layerUnit), energyCell(ofMls, layerUnit), numberCell(ratioText(ofOther, ofMls), wholeLayer), textCell(passes.length === 0 ? 'none: quantization decides' : passes.map((pass) => PASS_TITLES[pass]).join(', '))], 'code');
    });
    const heads = [words('layer'), words(''), number(arithmetic), number('mls'), number(`${arithmetic}/mls`), words(`passes in which ${arithmetic} is cheaper`)];
    const title = `Convolutions with a pass in which ${arithmetic} is cheaper than mls, or cheaper over all passes: ${layers.length}`;
    return markup `<h3>Against ${prose(arithmetic)}</h3>${whole === '' ? NOTHING : markup `<p>${whole}</p>`}
${folded(title, table({ id: `losses-${arithmetic}-${nth}`, caption: `Energy of a layer in all passes, ${unitText(layerUnit)}; passes compare convolutions alone, without quantization`, heads, rows }), layers.length <= SHOWN_LINES)}`;
}
//# sourceMappingURL=energy-html-losses.js.map