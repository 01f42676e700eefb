/** Tab. 4 of the MLS paper: power in mW at 1 GHz, which is pJ for one operation. */
import type { CostTable } from '../cost-table.ts';
export declare const paperTable: CostTable;
