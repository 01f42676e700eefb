import { type GroupScaleFormat } from '../../formats/group-scale.ts';
import type { CaseRandom } from '../case-random.ts';
/** What a quantizer takes: |x| is at most scale x tensor scale. */
export interface QuantizerInput {
    /** Binary32 pattern of a finite number. */
    readonly x: number;
    /** Binary32 pattern of a positive finite number. */
    readonly tensorScale: number;
    readonly scaleCode: number;
    /** Below 2^k; 0 where the rounding is not stochastic. */
    readonly random: number;
}
/** Both scales. */
export type Scales = Pick<QuantizerInput, 'tensorScale' | 'scaleCode'>;
/** The largest binary32 magnitude that is at most significand x 2^exponent. */
export declare function floorBinary32(significand: bigint, exponent: number): number;
/** The largest |x| whose quotient is at most numerator x 2^exponent. */
export declare function inputBelow(numerator: bigint, exponent: number, { tensorScale, scaleCode }: Scales, format: GroupScaleFormat): number;
/**
 * Scales that leave every quotient a normal number.
 * @param short whether the tensor scale has so few bits that exact quotients have numbers that are exact too
 */
export declare function roomyScales(format: GroupScaleFormat, man: number, short: boolean, random: CaseRandom): Scales;
/** Any scales at all. */
export declare function anyScales(format: GroupScaleFormat, random: CaseRandom): Scales;
