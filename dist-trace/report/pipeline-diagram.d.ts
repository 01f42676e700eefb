/** A picture of the pipeline in text: a line for each chunk, a column for each cycle. */
import type { IssuedChunk } from '../sim/cycle/locate.ts';
import type { ArrayParameters } from '../sim/cycle/parameters.ts';
/** The cycles to show, both ends included. */
export interface CycleWindow {
    readonly first: number;
    readonly last: number;
}
export declare const DIAGRAM_LEGEND = "i issue of a pair, . held by the issue rule; the chunk's last pair in register M (product), A (accumulator), S (scaled sum), C (binary32), 1 2 .. (tree level), R (running sum), Z (tensor scale), * output visible";
/**
 * The diagram of the chunks that are in the pipeline within a window.
 * @param chunks in issue order @param nameOf a chunk's label
 */
export declare function pipelineDiagram(chunks: Iterable<IssuedChunk>, window: CycleWindow, array: ArrayParameters, groupSize: number, nameOf: (chunk: IssuedChunk) => string): string;
