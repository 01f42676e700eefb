/** Bars of each engine for each layer. They are as long as the rates: a logarithm would hide what is compared. */
import { coordinate, textWidth, ticksTo } from '../src/report/chart-axis.ts';
import { markup, type Markup } from '../src/report/markup.ts';
import type { Result } from './benchmark.ts';
import { chart, CHART_WIDTH } from './chart-style.ts';
import { convolutionCases, ENGINES, type CaseResults } from './document-tables.ts';
import { rateText } from './result-text.ts';

const LEFT = 220;
const LEGEND_LEFT = 20;
const RIGHT = 46;
const TOP = 84;
const BAR = 11;
const GAP = 10;

/** All forward passes, and every pass of the first layer. */
export function throughputChart(results: readonly Result[], subtitle: string): string {
  const all = convolutionCases(results);
  const cases = all.filter(({ case: name, pass }) => pass === 'forward' || name === all[0].case);
  const ticks = ticksTo(Math.max(0, ...cases.flatMap(({ results: found }) => found.map((result) => result?.median ?? 0))), 8);
  const x = (rate: number): number => LEFT + ((CHART_WIDTH - LEFT - RIGHT) * rate) / ticks[ticks.length - 1];
  const groups: Markup[] = [];
  let top = TOP;
  for (const of of cases) {
    groups.push(group(of, top, x));
    top += BAR * of.results.filter((result) => result !== undefined).length + GAP;
  }
  const lines = ticks.map((rate) => markup`<line class="grid" x1="${coordinate(x(rate))}" x2="${coordinate(x(rate))}" y1="${TOP - 4}" y2="${top - GAP + 4}"/><text class="soft" text-anchor="middle" x="${coordinate(x(rate))}" y="${top + 8}">${rate}</text>
`);
  const heading = 'Convolution: billions of products a second';
  return chart(top + 20, heading, subtitle, description(cases), [...legend(), ...lines, ...groups]);
}

function group({ case: name, pass, results }: CaseResults, top: number, x: (rate: number) => number): Markup {
  const drawn = results.flatMap((result, engine) => (result === undefined ? [] : [{ result, engine }]));
  const bars = drawn.map(({ result: { median }, engine }, i) => {
    const y = top + i * BAR;
    return markup`<g><title>${ENGINES[engine].title}: ${rateText(median)} GMAC/s</title><rect class="series-${engine}" x="${LEFT}" y="${y}" width="${coordinate(Math.max(0.5, x(median) - LEFT))}" height="${BAR - 1}"/><text x="${coordinate(x(median) + 4)}" y="${y + 9}">${rateText(median)}</text></g>`;
  });
  const middle = top + (drawn.length * BAR) / 2;
  return markup`<text class="strong" text-anchor="end" x="${LEFT - 8}" y="${middle - 1}">${name}</text><text class="soft" text-anchor="end" x="${LEFT - 8}" y="${middle + 12}">${pass ?? ''}</text>${bars}
`;
}

function legend(): readonly Markup[] {
  let x = LEGEND_LEFT;
  return ENGINES.map(({ title }, i) => {
    const left = x;
    x += textWidth(title) + 40;
    return markup`<rect class="series-${i}" x="${coordinate(left)}" y="58" width="10" height="10"/><text x="${coordinate(left + 14)}" y="67">${title}</text>
`;
  });
}

function description(cases: readonly CaseResults[]): string {
  const parts = cases.map(({ case: name, pass, results }) => {
    const rates = results.flatMap((result, engine) => (result === undefined ? [] : [`${ENGINES[engine].title} ${rateText(result.median)}`]));
    return `${name}, ${pass ?? ''}: ${rates.join(', ')}`;
  });
  return `GMAC/s. ${parts.join('; ')}.`;
}
