/** Colours of the energy charts, one set for a light page and one for a dark one. Each is told apart from the page, and the text on it from it (WCAG 2: 3:1 and 4.5:1). */
import type { ChargePass, Row } from '../energy/charges.ts';
export interface Colour {
    readonly fill: string;
    /** Of the text on it. */
    readonly text: string;
}
export interface Theme {
    /** What the colours lie on. */
    readonly ground: string;
    readonly rows: Readonly<Record<Row, Colour>>;
    readonly passes: Readonly<Record<ChargePass, string>>;
    /** A kernel of several taps, and one of a single tap. */
    readonly several: string;
    readonly single: string;
}
export declare const LIGHT: Theme;
export declare const DARK: Theme;
/** Rules for elements of class `row-ROW`, `pass-PASS`, `bar-several` and `bar-single`, and for the text in them. */
export declare function paletteCss({ rows, passes, several, single }: Theme): string;
