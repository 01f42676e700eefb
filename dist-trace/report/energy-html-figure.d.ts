/** Figures of the energy page: a picture with its caption, its legend, and what it shows in words. */
import { type BarChart } from './chart-stacked-bars.ts';
import { type ColumnChart } from './chart-columns.ts';
import { type Markup } from './markup.ts';
/** A colour with what it stands for. */
export interface LegendEntry {
    /** The class of its colour. */
    readonly look: string;
    /** What stands in the colour in the picture too, or nothing. */
    readonly mark: string;
    readonly text: string;
}
export interface Figure {
    /** Made by this program, never from outside. */
    readonly id: string;
    readonly title: string;
    readonly note?: string;
    /** What it shows, for those who can't see it. */
    readonly description: string;
    readonly legend: readonly LegendEntry[];
}
/** @param charts below each other, each with what stands above it */
export declare function barFigure(figure: Figure, charts: readonly {
    readonly heading: string;
    readonly chart: BarChart;
}[]): Markup;
export declare function columnFigure(figure: Figure, chart: ColumnChart): Markup;
