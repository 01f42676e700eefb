/** Element types of ONNX tensors (TensorProto.DataType). */
export declare const FLOAT = 1;
export declare const UINT8 = 2;
export declare const INT32 = 6;
export declare const INT64 = 7;
export declare const STRING = 8;
export declare const BOOL = 9;
export declare const FLOAT16 = 10;
export declare const DOUBLE = 11;
export declare const UINT32 = 12;
export declare const UINT64 = 13;
export declare const COMPLEX64 = 14;
export declare const COMPLEX128 = 15;
export declare const BFLOAT16 = 16;
export declare function isElementType(type: number): boolean;
export declare function isFloating(type: number): boolean;
/** The name of a type, or its number where it is none. */
export declare function elementTypeName(type: number): string;
/** Bytes of `count` elements, stored without gaps; undefined for strings. */
export declare function storedBytes(type: number, count: number): number | undefined;
