/** A group: the operands of one local accumulation, as element codes of known formats. */
import fc from 'fast-check';
import { multiply } from "../units/multiplier.js";
/** The exact products of a group, in order. */
export function groupProducts({ x, y }, group) {
    return group.x.map((code, k) => multiply(x, code, y, group.y[k]));
}
/** The exact sum of a group. */
export function groupSum(formats, group) {
    return groupProducts(formats, group).reduce((sum, product) => sum + product, 0n);
}
/** A group that fast-check prints with its codes in hexadecimal, its products and their sum. */
export function readableGroup(formats, x, y) {
    const group = { x, y };
    return Object.defineProperty(group, fc.toStringMethod, { value: () => groupText(formats, group) });
}
function groupText(formats, group) {
    const hex = (codes) => runs(codes.map((code) => code.toString(16)));
    const count = `${group.x.length} ${group.x.length === 1 ? 'product' : 'products'}`;
    return `${count}: x ${hex(group.x)}; y ${hex(group.y)}; products ${runs(groupProducts(formats, group).map(String))}; sum ${groupSum(formats, group)}`;
}
/** Words with equal neighbours said once: `3f x 9, 0`. */
function runs(words) {
    const found = [];
    for (const word of words) {
        const last = found.at(-1);
        if (last?.word === word)
            last.count++;
        else
            found.push({ word, count: 1 });
    }
    return found.map(({ word, count }) => (count === 1 ? word : `${word} x ${count}`)).join(', ');
}
//# sourceMappingURL=group.js.map