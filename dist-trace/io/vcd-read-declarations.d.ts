import type { Code, VcdTokens } from './vcd-read-tokens.ts';
/** A signal as the file declares it. */
export interface VcdDeclaration {
    /** Names from the top scope down, with dots between; escaped names without their backslash. */
    readonly path: string;
    readonly width: number;
    readonly code: Code;
    /** The declared range, where there is one. */
    readonly range: {
        readonly left: number;
        readonly right: number;
    } | undefined;
}
/** Reads the declarations, up to the first change. Events and real numbers are left out. @throws InputError */
export declare function readDeclarations(tokens: VcdTokens, take: (declaration: VcdDeclaration) => void): void;
/** Leaves out what comes up to $end. @throws InputError */
export declare function skipToEnd(tokens: VcdTokens): void;
