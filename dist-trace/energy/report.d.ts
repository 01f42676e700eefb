/** The energy report of a network: everything that is printed, drawn or written about it. */
import type { Pair } from '../sim/convolution.ts';
import type { Topology } from '../networks/topology.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type CostTable, type Int8Tree } from './cost-table.ts';
import type { Scope } from './counts.ts';
import { type ArithmeticEnergy } from './estimate.ts';
import { type Finding } from './findings.ts';
import { type MemoryReport } from './memory.ts';
import { type NetworkCounts } from './network-counts.ts';
/** What is asked. */
export interface EnergyRequest extends Scope {
    readonly topology: Topology;
    readonly inputSize: Pair;
    /** What a reader must know of where the topology is from, a line each. */
    readonly notes?: readonly string[] | undefined;
    readonly arithmetics: readonly Arithmetic[];
    readonly tables: readonly [CostTable, ...CostTable[]];
    readonly int8Tree: Int8Tree;
    /** Whether to add the memory traffic, which the paper's model doesn't have. */
    readonly memory: boolean;
}
/** How many times the energy of MLS an arithmetic takes. */
export interface Ratio {
    readonly name: `${Arithmetic}/mls`;
    readonly arithmetic: Arithmetic;
    /** In fJ. */
    readonly numerator: bigint;
    readonly denominator: bigint;
}
/** The network under one table. */
export interface TableEnergy {
    readonly table: CostTable;
    /** In the order asked for. */
    readonly arithmetics: readonly ArithmeticEnergy[];
    /** Of all others to MLS, where that is among them. */
    readonly ratios: readonly Ratio[];
}
export interface EnergyReport {
    readonly request: EnergyRequest;
    readonly counts: NetworkCounts;
    /** One for each table of the request, in its order. */
    readonly tables: readonly [TableEnergy, ...TableEnergy[]];
    /** What a reader must know beside the ratios: where MLS loses, what is left out. */
    readonly findings: readonly Finding[];
    readonly memory: MemoryReport | undefined;
}
/** @throws InputError for a cost that is needed and missing, or a kernel that doesn't fit its input */
export declare function energyReport(request: EnergyRequest): EnergyReport;
