/** Arbitrary number formats and codes. */
import fc from 'fast-check';
import { type ElementFormat } from '../formats/element.ts';
import { type GroupScaleFormat } from '../formats/group-scale.ts';
/** The largest formats to take. */
export interface FormatLimits {
    /** 0..5, default 5. */
    readonly E?: number;
    /** 0..10 (at least 1 where E is 0), default 10. */
    readonly M?: number;
}
/** Element formats <E,M>, shrinking to few bits. */
export declare function elementFormats({ E, M }?: FormatLimits): fc.Arbitrary<ElementFormat>;
/** Group scale formats <Eg,Mg>. */
export declare function groupScaleFormats(): fc.Arbitrary<GroupScaleFormat>;
/** The codes where arithmetic goes wrong: both zeros, the largest magnitude of both signs, and both sides of the step from subnormal to normal. */
export declare function extremeCodes({ E, M, maxMagnitudeCode }: ElementFormat): readonly number[];
/** Codes of a format, extreme ones half of the time, shrinking to 0. */
export declare function elementCodes(format: ElementFormat): fc.Arbitrary<number>;
