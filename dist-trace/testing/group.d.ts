import type { ElementFormat } from '../formats/element.ts';
/** Pairs of element codes, in order: product k is that of x[k] and y[k]. */
export interface Group {
    readonly x: readonly number[];
    readonly y: readonly number[];
}
/** The element formats of both operands. */
export interface Formats {
    readonly x: ElementFormat;
    readonly y: ElementFormat;
}
/** What decides the groups of a layer: the formats, and K. */
export interface GroupLayer extends Formats {
    /** K, the most products of a group: the kernel's area, in the weight gradient that of the output plane. At least 1. */
    readonly groupSize: number;
}
/** The exact products of a group, in order. */
export declare function groupProducts({ x, y }: Formats, group: Group): bigint[];
/** The exact sum of a group. */
export declare function groupSum(formats: Formats, group: Group): bigint;
/** A group that fast-check prints with its codes in hexadecimal, its products and their sum. */
export declare function readableGroup(formats: Formats, x: readonly number[], y: readonly number[]): Group;
