/** Time against products, both as powers of ten: proportional time is a straight line of slope 1. */
import { coordinate } from '../src/report/chart-axis.ts';
import { markup, type Markup } from '../src/report/markup.ts';
import { chart, CHART_WIDTH } from './chart-style.ts';
import type { CostPoint } from './cost-points.ts';
import { durationText, seriesFits } from './cost-text.ts';

const [LEFT, RIGHT, TOP, HEIGHT, BOTTOM] = [70, 20, 84, 300, 44];
/** Colours and marks told apart. */
const CLASSES = ['series-3', 'series-1', 'series-2'];

interface LogAxis {
  readonly powers: readonly number[];
  /** Where a value is, 0 to 1. */
  readonly at: (value: number) => number;
}

function logAxis(values: readonly number[]): LogAxis {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return { powers: Array.from({ length: high - low + 1 }, (_, i) => low + i), at: (value) => (Math.log10(value) - low) / (high - low) };
}

export function costChart(points: readonly CostPoint[], subtitle: string): string {
  const [across, up] = [logAxis(points.map(({ products }) => products)), logAxis(points.map(({ seconds }) => seconds))];
  const x = (products: number): number => coordinate(LEFT + (CHART_WIDTH - LEFT - RIGHT) * across.at(products));
  const y = (seconds: number): number => coordinate(TOP + HEIGHT * (1 - up.at(seconds)));
  const bottom = TOP + HEIGHT;
  const grid = [
    ...across.powers.map((power) => markup`<line class="grid" x1="${x(10 ** power)}" x2="${x(10 ** power)}" y1="${TOP}" y2="${bottom}"/><text class="soft" text-anchor="middle" x="${x(10 ** power)}" y="${bottom + 16}">10^${power}</text>
`),
    ...up.powers.map((power) => markup`<line class="grid" x1="${LEFT}" x2="${CHART_WIDTH - RIGHT}" y1="${y(10 ** power)}" y2="${y(10 ** power)}"/><text class="soft" text-anchor="end" x="${LEFT - 8}" y="${coordinate(y(10 ** power) + 4)}">${powerText(power)}</text>
`),
    markup`<text class="soft" text-anchor="middle" x="${(LEFT + CHART_WIDTH - RIGHT) / 2}" y="${bottom + 34}">products</text>`,
  ];
  const fits = seriesFits(points);
  const curves = fits.map(({ series, points: of, exponent }, i): Markup => {
    const line = of.map(({ products, seconds }) => `${x(products)},${y(seconds)}`).join(' ');
    const marks = of.map(({ products, seconds }) => mark(i, x(products), y(seconds)));
    const place = LEFT + 200 * i;
    return markup`<polyline class="${CLASSES[i]}" points="${line}"/>${marks}${mark(i, place + 5, 63)}<text x="${place + 16}" y="67">${series}: products^${exponent.toFixed(2)}</text>
`;
  });
  const description = fits.map(({ series, exponent }) => `${series}: time grows with products to the power ${exponent.toFixed(2)}`).join('; ');
  return chart(bottom + BOTTOM, 'Time of a 3x3 convolution as it grows', subtitle, `${description}.`, [...grid, ...curves]);
}

function powerText(power: number): string {
  return durationText(10 ** power).replace(/\.0+ /, ' ');
}

function mark(series: number, x: number, y: number): Markup {
  const look = CLASSES[series];
  if (series === 0) return markup`<circle class="${look}" cx="${x}" cy="${y}" r="4"/>`;
  if (series === 1) return markup`<rect class="${look}" x="${coordinate(x - 3.5)}" y="${coordinate(y - 3.5)}" width="7" height="7"/>`;
  return markup`<path class="${look}" d="M${x},${coordinate(y - 4.5)} l4.5,8 h-9 z"/>`;
}
