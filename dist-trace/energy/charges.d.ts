/** Counts become charges: so many operations of a kind at a place, each at one cost of the table. Every energy is a sum of charges. */
import type { ResidualAddition, TopologyLayer } from '../networks/topology.ts';
import { type Arithmetic, type Unit } from './arithmetic.ts';
import { type ConvPass, type Scope } from './counts.ts';
/** Where the energy goes. */
export declare const ROWS: readonly ["convMul", "convLocalAcc", "convGroupScale", "convTreeAdd", "bn", "fc", "sgd", "ewAdd", "dqActivation", "dqWeight"];
export type Row = (typeof ROWS)[number];
export declare const ROW_TITLES: Readonly<Record<Row, string>>;
/** `backward` is that of residual additions; `step` is what has no pass of its own. */
export type ChargePass = ConvPass | 'backward' | 'step';
export declare const CHARGE_PASSES: readonly ChargePass[];
/** The cell of the cost table that a charge is priced with. */
export interface CostCell {
    readonly arithmetic: Arithmetic;
    readonly unit: Unit;
}
export interface Charge {
    /** The layer or the residual addition. */
    readonly place: string;
    readonly pass: ChargePass;
    readonly row: Row;
    readonly operation: Unit | 'add';
    readonly count: bigint;
    readonly cell: CostCell;
    /** False for what a convention leaves out of the sum. */
    readonly inSum: boolean;
}
/** What a layer costs in an arithmetic. Charges of nothing are left out. @throws InputError where the kernel doesn't fit the input */
export declare function layerCharges(layer: TopologyLayer, scope: Scope, arithmetic: Arithmetic): readonly Charge[];
/** What a residual addition costs in an arithmetic. */
export declare function additionCharges(addition: ResidualAddition, scope: Scope, arithmetic: Arithmetic): readonly Charge[];
