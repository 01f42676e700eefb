import { conventionSection, costSection, countTables, memorySection } from "./energy-html-basis.js";
import { depthFigure, treeFigure } from "./energy-html-depth.js";
import { answer, findingsList, tiles } from "./energy-html-headline.js";
import { layerTables } from "./energy-html-layers.js";
import { lossesSection } from "./energy-html-losses.js";
import { operationsSection } from "./energy-html-operations.js";
import { ENERGY_STYLE } from "./energy-html-style.js";
import { workloadText } from "./energy-words.js";
import { markup, NOTHING } from "./markup.js";
import { page } from "./page.js";
export function energyHtml(report, origin) {
    const { topology } = report.request;
    const title = `${topology.name}: energy of ${workloadText(report.request)}`;
    const several = report.tables.length > 1;
    return page(title, ENERGY_STYLE, markup `<header>
<h1>${title}</h1>
${report.tables.map((under) => headline(under, several))}
${facts(report)}
</header>
${findingsList(report)}
${report.tables.map((under, i) => underTable(report, under, i + 1, several))}
${memorySection(report)}
${countTables(report)}
${report.tables.map((under, i) => costSection(under, i + 1))}
${conventionSection(report)}
<footer><h2>How to get this page again</h2><pre>${origin.command}</pre><p class="soft">mlsim ${origin.version}. --json prints all figures, --csv every single charge.</p></footer>`);
}
function headline(under, several) {
    return markup `${several ? markup `<h2>Table ${under.table.name}</h2>` : NOTHING}<p class="answer">${answer(under)}</p>
${tiles(under)}`;
}
function facts({ request, tables }) {
    const { topology, inputSize, convention } = request;
    const rows = [
        ['network', `${topology.name}, ${topology.layers.length} layers, ${topology.additions.length} residual additions`],
        ['input', inputSize.join('x')],
        ['workload', workloadText(request)],
        ['convention', `${convention.name}: ${convention.title}`],
        ...tables.map(({ table }) => ['costs', `table ${table.name}: ${table.title} (${table.process})`]),
    ];
    return markup `<dl class="source">${rows.map(([name, value]) => markup `<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;
}
function underTable(report, under, nth, several) {
    return markup `${several ? markup `<h2>Under table ${under.table.name}</h2>` : NOTHING}
${operationsSection(under, nth)}
<section><h2>Along the network</h2>
${depthFigure(report, under, nth)}
${treeFigure(report, under, nth)}
<h3>All layers, in figures</h3>
${layerTables(report, under, nth)}</section>
${lossesSection(report, under, nth)}`;
}
//# sourceMappingURL=energy-html.js.map