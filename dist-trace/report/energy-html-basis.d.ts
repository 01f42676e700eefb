import type { EnergyReport } from '../energy/report.ts';
import { type Markup } from './markup.ts';
export declare function countTables({ counts }: EnergyReport): Markup;
/** @param nth of the table, from 1 */
export declare function costSection({ table: costs, arithmetics }: EnergyReport['tables'][number], nth: number): Markup;
export declare function conventionSection({ request }: EnergyReport): Markup;
export declare function memorySection({ memory }: EnergyReport): Markup;
