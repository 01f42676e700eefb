/** What is known of a value of the graph: shape, type, and for small constants the elements. */
import { elementCount } from '../../bits/shape.ts';
import { requireDims, type Dims } from './dims.ts';
import { MAX_FOLLOWED } from './limits.ts';

/** Elements in row-major order: integers and truth values as numbers; an int64 beyond 2^53 is an infinity. */
export type Content = readonly number[];

export interface Tensor {
  readonly dims: Dims;
  readonly type: number;
  /** The elements, where they are followed: of constants with at most `MAX_FOLLOWED`. */
  readonly content: Content | undefined;
}

/** @param content gives the elements if they are known; called only where they are few @throws InputError for an impossible shape */
export function tensor(dims: Dims, type: number, content: () => Content | undefined = () => undefined): Tensor {
  const count = requireDims('output', dims);
  // Without elements there is nothing to follow, however large the other dimensions are.
  if (count === 0) return { dims, type, content: [] };
  return { dims, type, content: count <= MAX_FOLLOWED ? content() : undefined };
}

/** A 1-d tensor of known elements. */
export function vector(type: number, content: Content): Tensor {
  return tensor([content.length], type, () => content);
}

export function countOf({ dims }: Tensor): number {
  return elementCount(dims);
}
