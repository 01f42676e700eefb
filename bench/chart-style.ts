/** What the charts of docs/performance.md share: a picture of its own, light or dark as the reader's page is. */
import { markup, Markup } from '../src/report/markup.ts';

export const CHART_WIDTH = 760;

interface Colours {
  readonly ground: string;
  readonly text: string;
  readonly soft: string;
  readonly grid: string;
  /** Of the engines in the order of ENGINES; the cost curve's series take some. */
  readonly series: readonly string[];
}

const LIGHT: Colours = { ground: '#ffffff', text: '#1d2126', soft: '#5c6670', grid: '#d8dde2', series: ['#84909b', '#c2480a', '#7b4bb3', '#1d5a9e', '#4f93cf', '#0f7a5c', '#53b394'] };
const DARK: Colours = { ground: '#1d2125', text: '#e6e8ea', soft: '#9aa4ad', grid: '#3a4148', series: ['#8e9aa6', '#ff8f4d', '#b48ae6', '#5b9fe6', '#a5cdf5', '#35b58c', '#97dcc3'] };

function rules({ ground, text, soft, grid, series }: Colours): string {
  const each = series.map((colour, i) => `.series-${i} { fill: ${colour}; stroke: ${colour}; }`);
  return [`.ground { fill: ${ground}; } svg text { fill: ${text}; } svg text.soft { fill: ${soft}; } .grid { stroke: ${grid}; }`, ...each].join('\n');
}

const STYLE = `svg text { font: 11px system-ui, sans-serif; } svg text.heading { font-size: 15px; font-weight: 600; } svg text.strong { font-weight: 600; }
rect[class^="series"] { stroke: none; } polyline { fill: none !important; stroke-width: 1.5; }
${rules(LIGHT)}
@media (prefers-color-scheme: dark) {
${rules(DARK)}
}
`;

/** @param description what it shows, in words */
export function chart(height: number, title: string, subtitle: string, description: string, drawn: readonly Markup[]): string {
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${CHART_WIDTH} ${height}" width="${CHART_WIDTH}" height="${height}" role="img" aria-labelledby="title desc">
<title id="title">${title}</title><desc id="desc">${description}</desc>
${new Markup(`<style>${STYLE}</style>`)}
<rect class="ground" width="100%" height="100%" rx="6"/>
<text class="heading" x="20" y="26">${title}</text>
<text class="soft" x="20" y="44">${subtitle}</text>
${drawn}
</svg>
`.text;
}
