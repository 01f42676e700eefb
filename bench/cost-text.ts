/** What the points of the cost curve say. */
import { borderless } from '../src/cli/table.ts';
import { layerText, LARGE_LAYER, SERIES, type CostPoint } from './cost-points.ts';
import { fitLine, fitPowerLaw } from './fit.ts';
import { rateText, ratioText } from './result-text.ts';

export const MEMORY_GOAL = 3;
const MIB = 2 ** 20;

export interface SeriesFit {
  readonly series: CostPoint['series'];
  readonly points: readonly CostPoint[];
  /** n in time = c x products^n. */
  readonly exponent: number;
  /** Geometric mean over the series, and that of its largest layer. */
  readonly nsPerProduct: number;
  readonly nsPerProductOfLargest: number;
}

export function seriesFits(points: readonly CostPoint[]): readonly SeriesFit[] {
  return SERIES.map((series) => ({ series, points: points.filter((point) => point.series === series) }))
    .filter((of) => of.points.length > 1)
    .map((of) => {
      const { exponent, constant } = fitPowerLaw(of.points.map(({ products, seconds }) => [products, seconds]));
      const { products, seconds } = of.points[of.points.length - 1];
      return { ...of, exponent, nsPerProduct: 1e9 * constant, nsPerProductOfLargest: (1e9 * seconds) / products };
    });
}

/** Bytes of memory for each element of inputs and output. */
export function bytesPerElement(points: readonly CostPoint[]): number {
  return fitLine(points.map(({ elements, peakBytes }) => [elements, peakBytes])).slope;
}

export function largePoint(points: readonly CostPoint[]): CostPoint | undefined {
  return points.find(({ channels, size, batch }) => channels === LARGE_LAYER.channels && size === LARGE_LAYER.size && batch === LARGE_LAYER.batch);
}

/** One line about the layer whose memory has a goal. */
export function memoryText(point: CostPoint): string {
  const ratio = point.peakBytes / point.dataBytes;
  const state = ratio < MEMORY_GOAL ? 'met' : 'not met';
  return `${layerText(point)}: peak ${mebibytes(point.peakBytes)} MiB, ${ratioText(ratio)} its inputs and outputs (${mebibytes(point.dataBytes)} MiB); goal below ${MEMORY_GOAL}x: ${state}`;
}

export function mebibytes(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}

/** Three digits, with the unit that suits. */
export function durationText(seconds: number): string {
  const [size, unit] = seconds >= 1 ? [1, 's'] : seconds >= 1e-3 ? [1e3, 'ms'] : [1e6, 'us'];
  return `${rateText(seconds * size)} ${unit}`;
}

export function costText(points: readonly CostPoint[]): string {
  const rows = points.map((point) => {
    const { series, products, seconds, low, high, peakBytes, dataBytes } = point;
    return [series, layerText(point), (products / 1e6).toFixed(2), durationText(seconds), `${durationText(low)}..${durationText(high)}`, rateText((1e9 * seconds) / products), mebibytes(peakBytes), mebibytes(dataBytes)];
  });
  const table = borderless(['series', '3x3 layer', 'M products', 'time', 'spread', 'ns/product', 'peak MiB', 'data MiB'], 2, rows);
  const fits = seriesFits(points).map(
    ({ series, exponent, nsPerProduct, nsPerProductOfLargest }) =>
      `${series}: time grows with products^${exponent.toFixed(2)}, ${rateText(nsPerProduct)} ns a product (${rateText(nsPerProductOfLargest)} for the largest)`,
  );
  const large = largePoint(points);
  return [table, '', ...fits, `memory: ${rateText(bytesPerElement(points))} bytes an element of inputs and output`, ...(large === undefined ? [] : [memoryText(large)])].join('\n');
}
