export type Dims = readonly number[];
/** The number of elements of a shape; 0 where a dimension is. @throws InputError for a size that no tensor has, or too many elements */
export declare function requireDims(subject: string, dims: Dims): number;
export declare function showDims(dims: Dims): string;
export declare function sameDims(a: Dims, b: Dims): boolean;
/** An axis counted from the front. @param rank of the tensor that it is an axis of @throws InputError */
export declare function axisOf(subject: string, axis: number, rank: number): number;
/** Axes counted from the front, each once. @throws InputError */
export declare function axesOf(subject: string, axes: readonly number[], rank: number): readonly number[];
/** The shape of tensors that meet element by element (multidirectional broadcasting). @throws InputError where they don't */
export declare function broadcast(shapes: readonly Dims[]): Dims;
