/** Columns from left to right in one panel or several below each other, as SVG. The panels share the names at the bottom. */
import { type Tick } from './chart-axis.ts';
import { type Markup } from './markup.ts';
/** A part of a column between two values. */
export interface ColumnPart {
    /** The class of its colour. */
    readonly look: string;
    readonly from: number;
    readonly to: number;
}
export interface Column {
    /** What it is, for those who point at it. */
    readonly title: string;
    readonly parts: readonly ColumnPart[];
    /** A text at its end, upright, where there is room. */
    readonly label?: string;
}
export interface Panel {
    readonly heading: string;
    /** From low to high; the first and the last are the ends of the axis. */
    readonly ticks: readonly Tick[];
    /** The value that columns stand on. */
    readonly base: number;
    /** Where a value lies between the ends: a logarithm for ratios. */
    readonly scale: (value: number) => number;
    readonly columns: readonly Column[];
}
export interface ColumnChart {
    /** Of the columns, in the order of the panels' columns. */
    readonly names: readonly string[];
    readonly panels: readonly Panel[];
    /** Of the part of a panel that columns are in. */
    readonly panelHeight: number;
}
/** The picture with its size. @param describedBy its title and description, already with their ids */
export declare function columnChart({ names, panels, panelHeight }: ColumnChart, attributes: Markup, described: Markup): Markup;
