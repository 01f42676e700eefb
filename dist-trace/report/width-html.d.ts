import type { Measurement } from '../width/measure.ts';
import { type MeasuredSubject } from './width-words.ts';
export declare function measurementHtml(measurement: Measurement, subject: MeasuredSubject): string;
