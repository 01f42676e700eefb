/** Tables of the energy page. */
import { type EnergyUnit } from './energy-amounts.ts';
import { type Markup } from './markup.ts';
/** A column's head. */
export interface Head {
    readonly text: string;
    readonly isNumber: boolean;
}
export interface TableContent {
    /** Made by this program, never from outside. */
    readonly id: string;
    readonly caption: string;
    readonly heads: readonly Head[];
    /** `tr` elements. */
    readonly rows: readonly Markup[];
    readonly foot?: readonly Markup[];
}
export declare const words: (text: string) => Head;
export declare const number: (text: string) => Head;
/** A table in a box of its own, which scrolls where the page is too narrow. */
export declare function table({ id, caption, heads, rows, foot }: TableContent): Markup;
/** A line of a table. @param look of the line's name: `code` for one that is not a word */
export declare function line(name: string, cells: readonly Markup[], look?: 'code' | 'words'): Markup;
/** An energy in a unit, and behind it the exact one in fJ. */
export declare function energyCell(energy_fJ: bigint, unit: EnergyUnit): Markup;
export declare function numberCell(text: string, loses?: boolean): Markup;
export declare function textCell(text: string, look?: 'words' | 'sentence'): Markup;
/** Something that is unfolded by those who want it, and printed in any case. */
export declare function folded(title: string, content: Markup, isOpen?: boolean): Markup;
