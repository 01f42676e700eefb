import { type MeasuredSubject } from '../report/width-words.ts';
import type { Measurement } from '../width/measure.ts';
export declare function measurementText(measurement: Measurement, subject: MeasuredSubject): string;
