/**
 * Protocol Buffers messages to plain objects, driven by a table of fields.
 *
 * The bytes are read by protobufjs' `Reader`. Its reflection isn't used: that compiles decoders with `Function` at run time, and gives a
 * hostile file's depth and counts away. Here depth is that of the table, and every item that is kept is counted.
 */
import type { Reader } from 'protobufjs';
/** Where decoding is, and how much it has kept. */
interface Decoder {
    readonly reader: Reader;
    items: number;
}
/** How a value is on the wire, and how it is read. */
interface WireType<T> {
    readonly wire: number;
    read(decoder: Decoder): T;
}
/** A field of a message; `many` where it may be repeated. */
export interface Field<T, Many extends boolean> {
    readonly number: number;
    readonly type: WireType<T>;
    readonly many: Many;
    /** Numbers that may stand packed in one run of bytes: a reader of such a run, or `raw` where it is kept as it is. */
    readonly packed: 'never' | 'read' | 'raw';
}
type Fields = Readonly<Record<string, Field<unknown, boolean>>>;
/** What a table of fields decodes to. A field that is absent is undefined, or no elements. */
export type Decoded<F extends Fields> = {
    readonly [K in keyof F]: F[K] extends Field<infer T, infer Many> ? (Many extends true ? readonly T[] : T | undefined) : never;
};
export declare const int: (number: number) => Field<number, false>;
export declare const ints: (number: number) => Field<number, true>;
export declare const float: (number: number) => Field<number, false>;
export declare const floats: (number: number) => Field<number, true>;
export declare const name: (number: number) => Field<string, false>;
export declare const names: (number: number) => Field<string, true>;
export declare const bytes: (number: number) => Field<Uint8Array, false>;
export declare const message: <T>(number: number, type: WireType<T>) => Field<T, false>;
export declare const messages: <T>(number: number, type: WireType<T>) => Field<T, true>;
/** Numbers in bulk, kept as the runs of bytes that they stand in; a single one is a run of its own. */
export declare const runs: (number: number, element: "varint" | "fixed32" | "fixed64") => Field<Uint8Array, true>;
/** A message: on the wire behind its length, or a whole file. */
export interface MessageType<T> extends WireType<T> {
    /** Reads to the reader's end. */
    readAll(decoder: Decoder): T;
}
/** A message of these fields, as a type that other messages' fields can have. */
export declare function messageType<F extends Fields>(title: string, fields: F): MessageType<Decoded<F>>;
/** A whole file as a message. @param subject names it in errors @throws InputError */
export declare function decodeFile<T>(subject: string, type: MessageType<T>, reader: Reader): T;
export {};
