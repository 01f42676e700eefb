import type { KnownBounds } from '../width/known-operand.ts';
import type { Measurement } from '../width/measure.ts';
import type { WorstCase } from '../width/worst-case.ts';
export declare function worstCaseJson({ widths, passes, paper, planeUnknown, ...rest }: WorstCase): object;
export declare function measurementJson({ shape, worst, known, needs, peakOutput, effects, scaler, trees }: Measurement, pass: string): object;
export declare function knownJson({ groups, largestSum, width, widths }: KnownBounds, anyWeights: number): object;
