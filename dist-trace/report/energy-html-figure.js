/** Figures of the energy page: a picture with its caption, its legend, and what it shows in words. */
import { BAR_CHART_WIDTH, barChartHeight, stackedBars } from "./chart-stacked-bars.js";
import { columnChart } from "./chart-columns.js";
import { markup, NOTHING } from "./markup.js";
/** @param charts below each other, each with what stands above it */
export function barFigure(figure, charts) {
    const pictures = charts.map(({ heading, chart }, i) => {
        const { attributes, described } = naming(figure, i);
        return markup `<p class="soft">${heading}</p><svg viewBox="0 0 ${BAR_CHART_WIDTH} ${barChartHeight(chart)}" ${attributes}>${described}${stackedBars(chart)}</svg>`;
    });
    return framed(figure, markup `${pictures}`);
}
export function columnFigure(figure, chart) {
    const { attributes, described } = naming(figure, 0);
    return framed(figure, columnChart(chart, attributes, described));
}
function naming({ id, title, description }, nth) {
    const [titleId, descId] = [`${id}-title-${nth}`, `${id}-desc-${nth}`];
    return {
        attributes: markup `role="img" aria-labelledby="${titleId} ${descId}"`,
        described: markup `<title id="${titleId}">${title}</title><desc id="${descId}">${description}</desc>`,
    };
}
function framed({ id, title, note, legend }, picture) {
    const entries = legend.map(({ look, mark, text }) => markup `<li><span class="swatch ${look}">${mark === '' ? '\u00a0' : mark}</span>${text}</li>`);
    return markup `<figure id="${id}"><figcaption><b>${title}</b>${note === undefined ? NOTHING : markup `<br><span class="soft">${note}</span>`}</figcaption>
${entries.length === 0 ? NOTHING : markup `<ul class="legend">${entries}</ul>`}
<div class="scroll" tabindex="0" role="region" aria-label="${title}">${picture}</div></figure>
`;
}
//# sourceMappingURL=energy-html-figure.js.map