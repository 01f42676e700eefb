/** The cost tables that are built in. The first is the default. */
import type { CostTable } from '../cost-table.ts';
import { horowitzTable } from './horowitz.ts';
import { paperTable } from './paper.ts';
export declare const TABLES: readonly [CostTable, ...CostTable[]];
export { horowitzTable, paperTable };
