import type { AttributeProto, ModelProto } from './schema.ts';
import { type ReadExternal, type StoredTensor } from './stored-tensor.ts';
export interface OnnxNode {
    /** Its name, or that of its first output where it has none; made unique. */
    readonly label: string;
    readonly operator: string;
    /** Values by name; an empty name is an optional input that is left out. */
    readonly inputs: readonly string[];
    readonly outputs: readonly string[];
    readonly attributes: ReadonlyMap<string, AttributeProto>;
    /** Empty for ONNX's own operators. */
    readonly domain: string;
}
/** An input of the graph. */
export interface OnnxInput {
    readonly name: string;
    readonly type: number;
    /** A dimension without a size is undefined; the whole is undefined where the file doesn't say how many there are. */
    readonly dims: readonly (number | undefined)[] | undefined;
}
export interface OnnxModel {
    /** Names the file in errors. */
    readonly subject: string;
    /** Version of ONNX's own operators. */
    readonly opset: number;
    /** In the order of the file. */
    readonly nodes: readonly OnnxNode[];
    readonly initializers: ReadonlyMap<string, StoredTensor>;
    /** Without those that an initializer gives. */
    readonly inputs: readonly OnnxInput[];
    readonly outputs: readonly string[];
    /** The node that makes each value. */
    readonly producers: ReadonlyMap<string, OnnxNode>;
    readonly readExternal: ReadExternal | undefined;
}
/** @throws InputError */
export declare function onnxModel(subject: string, proto: ModelProto, readExternal: ReadExternal | undefined): OnnxModel;
export declare const isGiven: (name: string) => boolean;
