/** The energy of a network in one arithmetic with one table: charges, priced and summed. */
import type { Topology } from '../networks/topology.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Charge, type ChargePass, type Row } from './charges.ts';
import { type CostTable } from './cost-table.ts';
import type { Scope } from './counts.ts';
/** A charge with what it comes to. */
export interface PricedCharge extends Charge {
    /** Of one operation. */
    readonly cost_fJ: bigint;
    readonly energy_fJ: bigint;
}
/** What a layer or a residual addition comes to. */
export interface PlaceEnergy {
    readonly place: string;
    /** Of its charges in the sum. */
    readonly total: bigint;
    readonly passes: Readonly<Record<ChargePass, bigint>>;
    readonly rows: Readonly<Record<Row, bigint>>;
}
/** All in fJ. Rows, passes and places each add up to the total. */
export interface ArithmeticEnergy {
    readonly arithmetic: Arithmetic;
    readonly total: bigint;
    readonly rows: Readonly<Record<Row, bigint>>;
    readonly passes: Readonly<Record<ChargePass, bigint>>;
    /** What the convention counts but leaves out of the sum, by row. */
    readonly notInSum: Readonly<Record<Row, bigint>>;
    /** Layers in the order of the forward pass, then residual additions. */
    readonly places: readonly PlaceEnergy[];
    readonly charges: readonly PricedCharge[];
}
/** @throws InputError for a cost that is needed and missing, or a kernel that doesn't fit its input */
export declare function estimate({ layers, additions }: Topology, scope: Scope, table: CostTable, arithmetic: Arithmetic): ArithmeticEnergy;
