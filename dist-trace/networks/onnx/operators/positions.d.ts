import type { Dims } from '../dims.ts';
import type { Content } from '../tensor.ts';
/** Elements between neighbours along each axis, in row-major order. */
export declare function strides(dims: Dims): readonly number[];
/** Where the element at a position of a tensor of shape `to` is in one of shape `from` that is broadcast to it. */
export declare function positionsIn(from: Dims, to: Dims): (position: number) => number;
/** The elements of a tensor of shape `to`, each taken from where `source` says for its index. */
export declare function moved(content: Content | undefined, to: Dims, source: (index: readonly number[]) => number): Content | undefined;
/** The position of an index. */
export declare function positionOf(steps: readonly number[], index: readonly number[]): number;
