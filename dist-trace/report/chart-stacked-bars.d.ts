import { type Markup } from './markup.ts';
export interface Segment {
    /** Its colour's class is `row-KEY`, that of the text in it `on-KEY`. */
    readonly key: string;
    /** What stands in it: the first text that fits. */
    readonly labels: readonly string[];
    /** What it is, for those who point at it. */
    readonly title: string;
    readonly value: number;
}
export interface Bar {
    readonly name: string;
    /** What stands behind it. */
    readonly end: string;
    readonly segments: readonly Segment[];
}
export interface BarChart {
    readonly bars: readonly Bar[];
    /** The value of the full width for a bar. */
    readonly full: (bar: Bar) => number;
    /** Whether something stands behind the bars. */
    readonly hasEnds: boolean;
}
export declare const BAR_CHART_WIDTH = 760;
export declare function barChartHeight({ bars }: BarChart): number;
/** The bars from top to bottom, without the `svg` around them. */
export declare function stackedBars(chart: BarChart): Markup;
