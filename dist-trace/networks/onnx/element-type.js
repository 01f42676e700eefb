/** Element types of ONNX tensors (TensorProto.DataType). */
/** Name and bits of each, by number. */
const TYPES = new Map([
    [1, 'float', 32],
    [2, 'uint8', 8],
    [3, 'int8', 8],
    [4, 'uint16', 16],
    [5, 'int16', 16],
    [6, 'int32', 32],
    [7, 'int64', 64],
    [8, 'string', 0],
    [9, 'bool', 8],
    [10, 'float16', 16],
    [11, 'double', 64],
    [12, 'uint32', 32],
    [13, 'uint64', 64],
    [14, 'complex64', 64],
    [15, 'complex128', 128],
    [16, 'bfloat16', 16],
    [17, 'float8e4m3fn', 8],
    [18, 'float8e4m3fnuz', 8],
    [19, 'float8e5m2', 8],
    [20, 'float8e5m2fnuz', 8],
    [21, 'uint4', 4],
    [22, 'int4', 4],
    [23, 'float4e2m1', 4],
].map(([number, name, bits]) => [number, { name, bits }]));
export const FLOAT = 1;
export const UINT8 = 2;
export const INT32 = 6;
export const INT64 = 7;
export const STRING = 8;
export const BOOL = 9;
export const FLOAT16 = 10;
export const DOUBLE = 11;
export const UINT32 = 12;
export const UINT64 = 13;
export const COMPLEX64 = 14;
export const COMPLEX128 = 15;
export const BFLOAT16 = 16;
const FLOATING = new Set([FLOAT, FLOAT16, DOUBLE, BFLOAT16, 17, 18, 19, 20, 23]);
export function isElementType(type) {
    return TYPES.has(type);
}
export function isFloating(type) {
    return FLOATING.has(type);
}
/** The name of a type, or its number where it is none. */
export function elementTypeName(type) {
    return TYPES.get(type)?.name ?? `type ${type}`;
}
/** Bytes of `count` elements, stored without gaps; undefined for strings. */
export function storedBytes(type, count) {
    const bits = TYPES.get(type)?.bits ?? 0;
    return bits === 0 ? undefined : Math.ceil((count * bits) / 8);
}
//# sourceMappingURL=element-type.js.map