/** The MLS datapath (paper Fig. 1b, Eq. 6-8), put together from the units. */
import type { SubnormalPolicy } from '../bits/binary32.ts';
import { type ElementFormat } from '../formats/element.ts';
import { type GroupScaleFormat } from '../formats/group-scale.ts';
import { type ScaledSum } from '../units/group-scaler.ts';
import { type AccumulatorOverflow } from '../units/local-accumulator.ts';
import type { Datapath, DatapathDescription } from './datapath.ts';
export declare const mlsDescription: DatapathDescription;
/** The number formats of one operand. */
export interface MlsOperandFormat {
    readonly element: ElementFormat;
    readonly scaleFormat: GroupScaleFormat;
}
/** The parameters of an MLS unit. */
export interface MlsParameters {
    readonly x: MlsOperandFormat;
    readonly y: MlsOperandFormat;
    /** A, 4..64 bits. */
    readonly accumulatorWidth: number;
    readonly accumulatorOverflow: AccumulatorOverflow;
    /** T, a power of two in 1..1024. */
    readonly treeWidth: number;
    readonly subnormals: SubnormalPolicy;
    /** Whether the output is multiplied by S_z. */
    readonly tensorScale: boolean;
}
/** The defaults of an MLS unit for two operands. */
export declare function mlsDefaults(x: MlsOperandFormat, y: MlsOperandFormat): MlsParameters;
/** The MLS datapath of given parameters. @throws InputError, TypeError for a parameter out of range */
export declare function mlsDatapath(parameters: MlsParameters): Datapath<bigint, bigint, ScaledSum>;
