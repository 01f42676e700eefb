/** Orders of storage: Fortran's (first index fastest) into row-major (last index fastest). */
import { elementCount } from '../bits/shape.ts';

type NumericArray = Uint8Array | Uint16Array | Uint32Array | Float32Array | Float64Array;

/** The row-major copy of a tensor stored in Fortran order. @param data elementCount(shape) elements */
export function toRowMajor<T extends NumericArray>(data: T, shape: readonly number[]): T {
  if (data.length === 0) return data;
  const out = data.slice() as T;
  // Dimensions of size 1 don't move anything; without them the walk is no deeper than log2 of the elements.
  const axes = shape.map((size, axis) => ({ size, stride: elementCount(shape.slice(0, axis)) })).filter(({ size }) => size > 1);
  copyInOrder(data, out, axes);
  return out;
}

/**
 * The indices of the element stored at `position`, such as `[0,3,1,2]`.
 * @param position in [0, elementCount(shape)) @param fortranOrder whether the first index is the fastest
 */
export function indicesAt(position: number, shape: readonly number[], fortranOrder: boolean): string {
  const indices = shape.map(() => 0);
  const axes = shape.map((_, axis) => axis);
  let rest = position;
  for (const axis of fortranOrder ? axes : axes.reverse()) {
    indices[axis] = rest % shape[axis];
    rest = Math.floor(rest / shape[axis]);
  }
  return `[${indices.join(',')}]`;
}

function copyInOrder(from: NumericArray, to: NumericArray, axes: readonly { size: number; stride: number }[]): void {
  let next = 0;
  const walk = (depth: number, start: number): void => {
    if (depth === axes.length) {
      to[next++] = from[start];
      return;
    }
    const { size, stride } = axes[depth];
    if (depth === axes.length - 1) for (let i = 0; i < size; i++) to[next++] = from[start + i * stride];
    else for (let i = 0; i < size; i++) walk(depth + 1, start + i * stride);
  };
  walk(0, 0);
}
