import type { TableEnergy } from '../energy/report.ts';
import { type Markup } from './markup.ts';
/** @param nth of the table, from 1 */
export declare function operationsSection(under: TableEnergy, nth: number): Markup;
