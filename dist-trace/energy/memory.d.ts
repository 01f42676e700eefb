import type { Arithmetic } from './arithmetic.ts';
import type { EnergyRequest } from './report.ts';
/** One arithmetic's traffic. Energies in fJ. */
export interface MemoryEnergy {
    readonly arithmetic: Arithmetic;
    /** Words read from and written to DRAM. */
    readonly words: bigint;
    readonly bytes: bigint;
    readonly dramLow: bigint;
    readonly dramHigh: bigint;
    readonly sram: bigint;
}
export interface MemoryReport {
    readonly source: string;
    readonly assumptions: string;
    /** Of a word. */
    readonly accessBits: number;
    readonly arithmetics: readonly MemoryEnergy[];
}
export declare const MEMORY_ASSUMPTIONS = "in every pass of every layer both operands are read once from DRAM as stored and the result is written once in binary32, each word through a 1 MB SRAM; nothing is read twice";
/** The traffic with the first table that has memory costs, else with Horowitz's. @throws InputError */
export declare function memoryTraffic(request: EnergyRequest): MemoryReport;
