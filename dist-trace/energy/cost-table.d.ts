import { type Arithmetic, type Unit } from './arithmetic.ts';
/** One row of a table: an arithmetic. */
export interface ArithmeticCosts {
    readonly title: string;
    /** Where the figures are from. */
    readonly source: string;
    /** What is assumed. */
    readonly note?: string | undefined;
    /** fJ for one operation; null or left out where there is no figure. */
    readonly costs_fJ: {
        readonly [unit in Unit]?: number | null | undefined;
    };
}
/** One access to an on-chip memory of a size. */
export interface SramCost {
    readonly bytes: number;
    readonly accessBits: number;
    readonly access_fJ: number;
}
export interface MemoryCosts {
    readonly source: string;
    readonly sram: readonly SramCost[];
    /** The range that is published for one access. */
    readonly dram: {
        readonly accessBits: number;
        readonly low_fJ: number;
        readonly high_fJ: number;
    };
}
export interface CostTable {
    readonly name: string;
    readonly title: string;
    readonly source: string;
    /** Technology, clock, tool. */
    readonly process: string;
    readonly arithmetics: {
        readonly [arithmetic in Arithmetic]?: ArithmeticCosts | undefined;
    };
    readonly memory?: MemoryCosts | undefined;
    /** What the source also has, and no run uses. */
    readonly otherFigures?: readonly {
        readonly name: string;
        readonly fJ: number;
    }[] | undefined;
}
/** The name of a cell: what an error about it says, and where it stands in a file. */
export declare function costName(arithmetic: Arithmetic, unit: Unit): string;
/** A cost, in fJ. @throws InputError where the table has none: a missing figure is never zero */
export declare function cost(table: CostTable, arithmetic: Arithmetic, unit: Unit): bigint;
/** What int8's adder tree adds with: 65 fJ integers are an assumption, since the paper's Tab. 4 has no entry. */
export declare const INT8_TREES: readonly ["int8", "fp32"];
export type Int8Tree = (typeof INT8_TREES)[number];
/** The table with int8's tree additions at the cost of binary32 ones. @throws InputError where it has none */
export declare function withInt8Tree(table: CostTable, tree: Int8Tree): CostTable;
