import { type Manifest } from '../manifest.ts';
/** The registers of the widest element have some 2 400 000 bits. */
export declare const MAX_WORD_BITS: number;
/**
 * The manifest in a text. zod is loaded on the way: it takes longer than all the rest of the program.
 * @param subject its name in error messages @throws InputError
 */
export declare function parseManifest(subject: string, text: string): Promise<Manifest>;
/** The value of a JSON text. @throws InputError */
export declare function parseJson(subject: string, text: string): unknown;
/** Where in a JSON text: `files[0].fields[2].width`. */
export declare function pathText(path: readonly PropertyKey[]): string;
/** A message of zod's in one line of a decent length. */
export declare function oneLine(message: string): string;
