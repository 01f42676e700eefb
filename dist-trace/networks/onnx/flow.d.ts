/**
 * How activations flow: from what a value follows, and where the paths to it last were one.
 *
 * Each activation is a vertex of the dominator tree: its parent is the nearest value through which every path from the network's input to it
 * leads. Each vertex has a jump over many of its ancestors besides, so that two vertices' nearest common ancestor takes logarithmic time
 * (Myers, "An applicative random-access stack", 1983).
 */
export interface Vertex {
    readonly parent: Vertex | undefined;
    readonly jump: Vertex | undefined;
    readonly depth: number;
    /** Elements of the value, over the whole batch. */
    readonly elements: number;
    /** Whether a layer with weights comes before it, so that its gradient is needed. */
    readonly weighted: boolean;
}
/** Stands above all inputs of the network. */
export declare const SOURCE: Vertex;
export declare function vertexBelow(parent: Vertex, elements: number, weighted: boolean): Vertex;
/** The nearest value through which all paths to both lead. */
export declare function commonAncestor(a: Vertex, b: Vertex): Vertex;
