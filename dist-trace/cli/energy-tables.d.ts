import type { CostTable } from '../energy/cost-table.ts';
/** The tables, in order; the paper's where none is named. @throws InputError for a file that is none, or two of one name */
export declare function namedTables(names: readonly string[]): Promise<readonly [CostTable, ...CostTable[]]>;
/** A built-in table or a file's. @throws InputError */
export declare function tableNamed(name: string): Promise<CostTable>;
