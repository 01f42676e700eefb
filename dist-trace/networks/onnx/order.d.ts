import type { OnnxModel, OnnxNode } from './model.ts';
/**
 * The nodes from which an output of the graph follows, each after the nodes that it needs: in the file's order where that is one.
 * Time and memory are linear in nodes and values. @throws InputError for a cycle
 */
export declare function forwardOrder(model: OnnxModel): readonly OnnxNode[];
