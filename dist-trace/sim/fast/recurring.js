/** A first operand that comes again as it was, such as the weights of a layer with one input after the other: its rows are kept without being asked. */
import { Buffer } from 'node:buffer';
import { planFastRun } from "./fast-run.js";
import { isPrepacked, prepack } from "./prepack.js";
const known = new WeakMap();
/** With fewer elements, to have memory for rows takes longer than some runs spare. */
const LEAST_ELEMENTS = 2 ** 16;
/**
 * X, or in place of it a prepacked copy that is made in X's second run of a pass on a datapath, and goes with it. X may have changed since: `unchanged` tells.
 * Of an operand with fewer elements than Y, or than 65 536, there is none: its rows are a small part of a run's work.
 */
export function keptCopyOf(conv, datapath, x, y) {
    const form = datapath.integerForm;
    if (!form || conv.pass === 'weight-grad' || isPrepacked(x) || x.codes.length < Math.max(LEAST_ELEMENTS, y.codes.length))
        return x;
    const last = known.get(x);
    const recurring = last?.pass === conv.pass && last.form === form ? last : { pass: conv.pass, form, runs: 0, packIn: 2 };
    known.set(x, recurring);
    recurring.runs++;
    if (recurring.runs === recurring.packIn)
        recurring.copy = packed(conv, datapath, x, y);
    return recurring.copy ?? x;
}
/** The copy, if X has all codes and scales of it, and else X, whose copy is given up. @param copy of X, or X itself */
export function unchanged(x, copy) {
    if (copy === x || isSame(x, copy))
        return copy;
    const recurring = known.get(x);
    if (recurring?.copy === copy) {
        recurring.copy = undefined;
        recurring.packIn = 2 * recurring.runs;
    }
    return x;
}
/** A prepacked copy, if the pass takes it. */
function packed(conv, datapath, x, y) {
    const copy = prepack(conv, datapath, x);
    const run = isPrepacked(copy) && datapath.integerForm ? planFastRun(conv, datapath.integerForm, copy, y, datapath.tensorScaleMultiplications) : undefined;
    return run && !('refused' in run) && run.prepacked ? copy : undefined;
}
function isSame(a, b) {
    return a.tensorScale === b.tensorScale && a.shape.every((size, i) => size === b.shape[i]) && bytesOf(a.scales).equals(bytesOf(b.scales)) && bytesOf(a.codes).equals(bytesOf(b.codes));
}
function bytesOf({ buffer, byteOffset, byteLength }) {
    return Buffer.from(buffer, byteOffset, byteLength);
}
//# sourceMappingURL=recurring.js.map