/** The chart of an energy report: where the energy goes in each arithmetic, in full and as shares. */
import { type Row } from '../energy/charges.ts';
import type { EnergyReport, TableEnergy } from '../energy/report.ts';
import { type BarChart } from './chart-stacked-bars.ts';
/** Rows in which something is charged. */
export declare function chargedRows({ arithmetics }: TableEnergy): readonly Row[];
/** A row's number in legends and bars: its place among those charged. */
export declare function legendEntries(under: TableEnergy): readonly {
    readonly row: Row;
    readonly number: string;
    readonly title: string;
}[];
/** Bars as long as the energies. */
export declare function energyBars(under: TableEnergy): BarChart;
/** Bars of one length. */
export declare function shareBars(under: TableEnergy): BarChart;
/** What the bars show, in words. */
export declare function barsDescription({ arithmetics }: TableEnergy): string;
/** The bars with their legend as a picture of its own, light and dark, under the report's first table. */
export declare function energyChartSvg(report: EnergyReport): string;
