import type { EnergyReport, TableEnergy } from '../energy/report.ts';
import { type Markup } from './markup.ts';
/** Nothing where MLS is not compared. @param nth of the table, from 1 */
export declare function lossesSection(report: EnergyReport, under: TableEnergy, nth: number): Markup;
