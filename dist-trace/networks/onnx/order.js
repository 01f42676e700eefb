/** The nodes in an order in which every value is made before it is used. */
import { InputError, show } from "../../bits/check.js";
/**
 * The nodes from which an output of the graph follows, each after the nodes that it needs: in the file's order where that is one.
 * Time and memory are linear in nodes and values. @throws InputError for a cycle
 */
export function forwardOrder(model) {
    const sorted = sortedNodes(model);
    const needed = new Set(model.outputs);
    const kept = new Set();
    for (let i = sorted.length - 1; i >= 0; i--) {
        const node = sorted[i];
        if (!node.outputs.some((name) => needed.has(name)))
            continue;
        kept.add(node);
        for (const name of node.inputs)
            needed.add(name);
    }
    return sorted.filter((node) => kept.has(node));
}
/** A depth-first search from each node of the file in turn, with a stack of its own: a chain may be longer than calls may nest. */
function sortedNodes({ subject, nodes, producers }) {
    const sorted = [];
    const state = new Map();
    for (const start of nodes) {
        if (state.has(start))
            continue;
        state.set(start, 'open');
        const stack = [{ node: start, next: 0 }];
        for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
            if (top.next === top.node.inputs.length) {
                state.set(top.node, 'done');
                sorted.push(top.node);
                stack.pop();
                continue;
            }
            const before = producers.get(top.node.inputs[top.next++]);
            if (before === undefined || state.get(before) === 'done')
                continue;
            if (state.get(before) === 'open') {
                throw new InputError(`${subject}: node ${show(top.node.label)}: expected a graph without cycles, found one through ${show(before.label)}`);
            }
            state.set(before, 'open');
            stack.push({ node: before, next: 0 });
        }
    }
    return sorted;
}
//# sourceMappingURL=order.js.map