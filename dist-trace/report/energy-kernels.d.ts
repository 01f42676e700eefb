/** A network's convolutions by the size of their kernels: what decides whether MLS pays. */
import type { Arithmetic } from '../energy/arithmetic.ts';
import type { EnergyReport, TableEnergy } from '../energy/report.ts';
/** All convolutions of one kernel. */
export interface KernelEnergy {
    readonly kernel: string;
    readonly layers: number;
    /** In fJ, in the order of the table's arithmetics. */
    readonly energies: readonly {
        readonly arithmetic: Arithmetic;
        readonly total: bigint;
        readonly tree: bigint;
    }[];
}
/** In the order of their first layers. */
export declare function kernelEnergies({ request }: EnergyReport, { arithmetics }: TableEnergy): readonly KernelEnergy[];
