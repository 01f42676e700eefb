/** What commands write to standard output. */
/** JSON text. A count that may pass 2^53 is a bigint; above 2^53 it becomes a string, which no reader rounds. Real numbers stay numbers. */
export declare function jsonText(value: unknown): string;
/** Writes a text and a line end. */
export declare function print(text: string): void;
/** An integer with thin groups of three digits: 1 234 567. */
export declare function grouped(value: number | bigint): string;
/** A duration as people read it. */
export declare function duration(milliseconds: number): string;
