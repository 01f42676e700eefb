/** Stands above all inputs of the network. */
export const SOURCE = { parent: undefined, jump: undefined, depth: 0, elements: 0, weighted: false };
export function vertexBelow(parent, elements, weighted) {
    const { jump } = parent;
    const skips = jump !== undefined && jump.jump !== undefined && parent.depth - jump.depth === jump.depth - jump.jump.depth;
    return { parent, jump: skips ? jump.jump : parent, depth: parent.depth + 1, elements, weighted };
}
/** The nearest value through which all paths to both lead. */
export function commonAncestor(a, b) {
    let [x, y] = a.depth >= b.depth ? [a, b] : [b, a];
    while (x.depth > y.depth)
        x = x.jump !== undefined && x.jump.depth >= y.depth ? x.jump : (x.parent ?? SOURCE);
    while (x !== y) {
        if (x.jump !== undefined && x.jump !== y.jump)
            [x, y] = [x.jump, y.jump ?? SOURCE];
        else
            [x, y] = [x.parent ?? SOURCE, y.parent ?? SOURCE];
    }
    return x;
}
//# sourceMappingURL=flow.js.map