/** The tokens of a VCD file: runs of printable characters between white space, in constant memory. */
import { InputError } from '../bits/check.ts';
/** An identifier code: a number where it is short, which most are and which is cheaper. */
export type Code = number | string;
export declare class VcdTokens {
    #private;
    /** @throws InputError when it cannot be opened or is not a regular file */
    constructor(path: string);
    get subject(): string;
    /** The line of the current token, from 1. */
    get line(): number;
    get progress(): {
        done: number;
        total: number;
    };
    /** Goes on to the next token. @returns whether there is one @throws InputError */
    next(): boolean;
    /** The first character of the current token. */
    get first(): number;
    get length(): number;
    /** The current token from a character on. */
    text(from?: number): string;
    /** The identifier code that the current token is, from a character on. */
    code(from?: number): Code;
    error(needed: string, found: string): InputError;
    close(): void;
}
