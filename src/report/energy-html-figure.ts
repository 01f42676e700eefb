/** Figures of the energy page: a picture with its caption, its legend, and what it shows in words. */
import { BAR_CHART_WIDTH, barChartHeight, stackedBars, type BarChart } from './chart-stacked-bars.ts';
import { columnChart, type ColumnChart } from './chart-columns.ts';
import { markup, NOTHING, type Markup } from './markup.ts';

/** A colour with what it stands for. */
export interface LegendEntry {
  /** The class of its colour. */
  readonly look: string;
  /** What stands in the colour in the picture too, or nothing. */
  readonly mark: string;
  readonly text: string;
}

export interface Figure {
  /** Made by this program, never from outside. */
  readonly id: string;
  readonly title: string;
  readonly note?: string;
  /** What it shows, for those who can't see it. */
  readonly description: string;
  readonly legend: readonly LegendEntry[];
}

/** @param charts below each other, each with what stands above it */
export function barFigure(figure: Figure, charts: readonly { readonly heading: string; readonly chart: BarChart }[]): Markup {
  const pictures = charts.map(({ heading, chart }, i) => {
    const { attributes, described } = naming(figure, i);
    return markup`<p class="soft">${heading}</p><svg viewBox="0 0 ${BAR_CHART_WIDTH} ${barChartHeight(chart)}" ${attributes}>${described}${stackedBars(chart)}</svg>`;
  });
  return framed(figure, markup`${pictures}`);
}

export function columnFigure(figure: Figure, chart: ColumnChart): Markup {
  const { attributes, described } = naming(figure, 0);
  return framed(figure, columnChart(chart, attributes, described));
}

function naming({ id, title, description }: Figure, nth: number): { attributes: Markup; described: Markup } {
  const [titleId, descId] = [`${id}-title-${nth}`, `${id}-desc-${nth}`];
  return {
    attributes: markup`role="img" aria-labelledby="${titleId} ${descId}"`,
    described: markup`<title id="${titleId}">${title}</title><desc id="${descId}">${description}</desc>`,
  };
}

function framed({ id, title, note, legend }: Figure, picture: Markup): Markup {
  const entries = legend.map(({ look, mark, text }) => markup`<li><span class="swatch ${look}">${mark === '' ? '\u00a0' : mark}</span>${text}</li>`);
  return markup`<figure id="${id}"><figcaption><b>${title}</b>${note === undefined ? NOTHING : markup`<br><span class="soft">${note}</span>`}</figcaption>
${entries.length === 0 ? NOTHING : markup`<ul class="legend">${entries}</ul>`}
<div class="scroll" tabindex="0" role="region" aria-label="${title}">${picture}</div></figure>
`;
}
