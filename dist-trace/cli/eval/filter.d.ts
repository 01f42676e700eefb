import type { Evaluate } from './unit.ts';
/**
 * Answers each line of `input` as soon as its end has come. Blank lines have no answer. At the end of a part, the answers to all its lines
 * are written together; a reader that is slow holds the input back.
 * @throws InputError naming the line, after the answers to the lines before it have been written
 */
export declare function filterLines(evaluate: Evaluate, input: NodeJS.ReadableStream, output: NodeJS.WritableStream): Promise<void>;
