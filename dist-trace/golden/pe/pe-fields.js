/** The words of an element's vector set: what it takes in a cycle, what it gives, and what all its registers hold. */
import { stagesOf, stageName } from "../../sim/cycle/stages.js";
import { LSB_EXPONENT_BITS, scaledSumBits } from "../../units/group-scaler.js";
import { productBits } from "../../units/multiplier.js";
import { field } from "../fields.js";
import { arrayOf, contextBits } from "./parameters.js";
const BIT = { kind: 'bit' };
const UNSIGNED = { kind: 'unsigned' };
const SIGNED = { kind: 'signed' };
const BINARY32 = { kind: 'binary32' };
/** A field with lanes. */
function lanes(direction, name, count, width, kind) {
    return { ...field(direction, name, width, kind), lanes: count };
}
/** The kinds of the operands' codes. */
function codeKinds({ element, elementY, scale, scaleY }) {
    return {
        x: { kind: 'element', E: element.E, M: element.M },
        y: { kind: 'element', E: elementY.E, M: elementY.M },
        xScale: { kind: 'scale', Eg: scale.Eg, Mg: scale.Mg },
        yScale: { kind: 'scale', Eg: scaleY.Eg, Mg: scaleY.Mg },
    };
}
/** The element's inputs in a cycle. */
export function stimulusFields(p) {
    const kinds = codeKinds(p);
    const T = p.treeWidth;
    return [
        field('in', 'reset', 1, BIT),
        field('in', 'in_valid', 1, BIT),
        field('in', 'in_first', 1, BIT),
        field('in', 'in_last', 1, BIT),
        field('in', 'in_chunk_first', 1, BIT),
        field('in', 'in_chunk_last', 1, BIT),
        field('in', 'in_context', contextBits(p), UNSIGNED),
        lanes('in', 'in_lane_valid', T, 1, BIT),
        lanes('in', 'in_x', T, p.element.codeBits, kinds.x),
        lanes('in', 'in_y', T, p.elementY.codeBits, kinds.y),
        lanes('in', 'in_scale_x', T, p.scale.codeBits, kinds.xScale),
        lanes('in', 'in_scale_y', T, p.scaleY.codeBits, kinds.yScale),
    ];
}
/** An output and the cycle in which it is visible. */
export function outputFields() {
    return [field('out', 'cycle', 32, UNSIGNED), field('out', 'out', 32, BINARY32)];
}
/** Every register, in the order of `ClockedElement.banks`; a bank without registers has no field. */
export function registerFields(p) {
    const kinds = codeKinds(p);
    const T = p.treeWidth;
    const stages = stagesOf(arrayOf(p));
    const register = (name, count, width, kind) => lanes('register', name, count, width, kind);
    const scaledBits = scaledSumBits(p.accWidth, p.scale, p.scaleY);
    const tree = Array.from({ length: stages.levels * p.fpAddLatency }, (_, i) => register(`${stageName(stages.tree + i, stages, p.fpAddLatency)}.sum`, T >> (Math.floor(i / p.fpAddLatency) + 1), 32, BINARY32));
    const all = [
        register('valid', stages.count, 1, BIT),
        register('M.first', 1, 1, BIT),
        register('last', 2, 1, BIT),
        ...['M', 'A', 'S'].map((stage) => register(`${stage}.lane_valid`, T, 1, BIT)),
        register('chunk_first', stages.runningSum, 1, BIT),
        register('chunk_last', stages.tensorScale, 1, BIT),
        register('context', stages.tensorScale, contextBits(p), UNSIGNED),
        ...['M', 'A'].map((stage) => register(`${stage}.scale_x`, T, p.scale.codeBits, kinds.xScale)),
        ...['M', 'A'].map((stage) => register(`${stage}.scale_y`, T, p.scaleY.codeBits, kinds.yScale)),
        register('M.product', T, productBits(p.element, p.elementY), SIGNED),
        register('A.sum', T, p.accWidth, SIGNED),
        register('A.overflow', T, 1, BIT),
        register('S.q', T, scaledBits, SIGNED),
        register('S.lsb', T, LSB_EXPONENT_BITS, SIGNED),
        register('C.term', T, 32, BINARY32),
        ...tree,
        register('R.stage.sum', p.fpAddLatency - 1, 32, BINARY32),
        register('R.context.sum', p.contexts, 32, BINARY32),
        register('Z.stage.output', stages.count - stages.tensorScale, 32, BINARY32),
    ];
    return all.filter((spec) => spec.lanes > 0);
}
//# sourceMappingURL=pe-fields.js.map