import type { GroupScaleFormat } from './group-scale.ts';
/**
 * The smallest representable group scale that is at least groupMax / tensorMax (Alg. 1 lines 6-8: the ceiling of the fraction, with its
 * carry into the exponent), as a code. A group of zeros gets the smallest scale.
 * @param groupMax, tensorMax magnitude bit patterns, groupMax <= tensorMax, tensorMax > 0
 */
export declare function quantizeGroupScale(format: GroupScaleFormat, groupMax: number, tensorMax: number): number;
