/** Horowitz's widely used energies at 45 nm. They cover binary32 and integers, not 8-bit floating point and not the MLS multiplier and group scaler. */
import type { CostTable } from '../cost-table.ts';
export declare const horowitzTable: CostTable;
