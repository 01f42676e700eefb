/** A group: the operands of one local accumulation, as element codes of known formats. */
import fc from 'fast-check';
import type { ElementFormat } from '../formats/element.ts';
import { multiply } from '../units/multiplier.ts';

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
export function groupProducts({ x, y }: Formats, group: Group): bigint[] {
  return group.x.map((code, k) => multiply(x, code, y, group.y[k]));
}

/** The exact sum of a group. */
export function groupSum(formats: Formats, group: Group): bigint {
  return groupProducts(formats, group).reduce((sum, product) => sum + product, 0n);
}

/** A group that fast-check prints with its codes in hexadecimal, its products and their sum. */
export function readableGroup(formats: Formats, x: readonly number[], y: readonly number[]): Group {
  const group: Group = { x, y };
  return Object.defineProperty(group, fc.toStringMethod, { value: () => groupText(formats, group) });
}

function groupText(formats: Formats, group: Group): string {
  const hex = (codes: readonly number[]): string => runs(codes.map((code) => code.toString(16)));
  const count = `${group.x.length} ${group.x.length === 1 ? 'product' : 'products'}`;
  return `${count}: x ${hex(group.x)}; y ${hex(group.y)}; products ${runs(groupProducts(formats, group).map(String))}; sum ${groupSum(formats, group)}`;
}

/** Words with equal neighbours said once: `3f x 9, 0`. */
function runs(words: readonly string[]): string {
  const found: { word: string; count: number }[] = [];
  for (const word of words) {
    const last = found.at(-1);
    if (last?.word === word) last.count++;
    else found.push({ word, count: 1 });
  }
  return found.map(({ word, count }) => (count === 1 ? word : `${word} x ${count}`)).join(', ');
}
