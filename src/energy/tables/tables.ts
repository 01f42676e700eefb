/** The cost tables that are built in. The first is the default. */
import type { CostTable } from '../cost-table.ts';
import { horowitzTable } from './horowitz.ts';
import { paperTable } from './paper.ts';

export const TABLES: readonly [CostTable, ...CostTable[]] = [paperTable, horowitzTable];
export { horowitzTable, paperTable };
