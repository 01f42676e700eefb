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
export const SOURCE: Vertex = { parent: undefined, jump: undefined, depth: 0, elements: 0, weighted: false };

export function vertexBelow(parent: Vertex, elements: number, weighted: boolean): Vertex {
  const { jump } = parent;
  const skips = jump !== undefined && jump.jump !== undefined && parent.depth - jump.depth === jump.depth - jump.jump.depth;
  return { parent, jump: skips ? jump.jump : parent, depth: parent.depth + 1, elements, weighted };
}

/** The nearest value through which all paths to both lead. */
export function commonAncestor(a: Vertex, b: Vertex): Vertex {
  let [x, y] = a.depth >= b.depth ? [a, b] : [b, a];
  while (x.depth > y.depth) x = x.jump !== undefined && x.jump.depth >= y.depth ? x.jump : (x.parent ?? SOURCE);
  while (x !== y) {
    if (x.jump !== undefined && x.jump !== y.jump) [x, y] = [x.jump, y.jump ?? SOURCE];
    else [x, y] = [x.parent ?? SOURCE, y.parent ?? SOURCE];
  }
  return x;
}
