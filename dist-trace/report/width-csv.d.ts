/** The tables of `mlsim width` as comma-separated values (RFC 4180). */
import type { KnownBounds } from '../width/known-operand.ts';
import type { Measurement } from '../width/measure.ts';
import type { WorstCase } from '../width/worst-case.ts';
/** A line for each layer and pass. */
export declare function worstCaseCsv({ widths, accumulatorWidth }: WorstCase): string;
/** A line for each accumulator width. */
export declare function measurementCsv(measurement: Measurement): string;
/** A line for each width that groups of given weights need. */
export declare function knownCsv({ widths }: KnownBounds): string;
