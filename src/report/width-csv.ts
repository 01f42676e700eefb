/** The tables of `mlsim width` as comma-separated values (RFC 4180). */
import type { KnownBounds } from '../width/known-operand.ts';
import type { Measurement } from '../width/measure.ts';
import type { WorstCase } from '../width/worst-case.ts';
import { widthRows } from './width-rows.ts';

/** A line for each layer and pass. */
export function worstCaseCsv({ widths, accumulatorWidth }: WorstCase): string {
  const head = ['layer', 'pass', 'groupSize', 'nonzero', 'largestSum', 'width', 'naiveWidth', 'layerWidth', 'accumulatorWidth', 'fits', 'scaledWidth', 'roundedOff'];
  return table(
    head,
    widths.map(({ layer, pass, groupSize, nonzero, largestSum, width, naiveWidth, layerWidth, scaler }) => [
      layer,
      pass,
      groupSize,
      nonzero,
      largestSum,
      width,
      naiveWidth,
      layerWidth,
      accumulatorWidth,
      layerWidth <= accumulatorWidth,
      scaler.width,
      scaler.roundedOff,
    ]),
  );
}

/** A line for each accumulator width. */
export function measurementCsv(measurement: Measurement): string {
  const head = ['width', 'groupsNeeding', 'groupsOverflowing', 'overflowRate', 'wrapChanged', 'wrapSqnr', 'saturateChanged', 'saturateSqnr'];
  return table(
    head,
    widthRows(measurement).map(({ width, needing, overflowing, rate, wrap, saturate }) => [
      width,
      needing,
      overflowing,
      rate,
      wrap?.changed ?? 0,
      wrap?.sqnr ?? '',
      saturate?.changed ?? 0,
      saturate?.sqnr ?? '',
    ]),
  );
}

/** A line for each width that groups of given weights need. */
export function knownCsv({ widths }: KnownBounds): string {
  return table(['width', 'groups'], widths);
}

function table(head: readonly string[], lines: readonly (readonly (string | number | bigint | boolean)[])[]): string {
  return [head, ...lines].map((line) => line.map((value) => field(String(value))).join(',')).join('\n');
}

function field(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
