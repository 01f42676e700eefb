import type { EnergyReport, TableEnergy } from '../energy/report.ts';
import { type Markup } from './markup.ts';
/** Energy by layer with the passes apart: a panel for each arithmetic. @param nth of the table, from 1 */
export declare function depthFigure(report: EnergyReport, { arithmetics }: TableEnergy, nth: number): Markup;
/** The share of tree additions in MLS. */
export declare function treeFigure(report: EnergyReport, { arithmetics }: TableEnergy, nth: number): Markup;
/** The colour of a layer by its kernel. */
export declare function lookOf({ request }: EnergyReport, position: number): string;
export declare function kernelLegend(report: EnergyReport): readonly {
    look: string;
    mark: string;
    text: string;
}[];
