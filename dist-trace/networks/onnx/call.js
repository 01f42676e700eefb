/** A node with what is known of its inputs: what an operator's rule works on. Its errors leave the node's name to the caller. */
import { InputError, show } from "../../bits/check.js";
import { elementTypeName } from "./element-type.js";
import { MAX_FOLLOWED_TOTAL, MAX_SIZE } from "./limits.js";
import { storedTensor } from "./stored-tensor.js";
/** Counts elements that are followed. @throws InputError for more of them than any shape arithmetic has */
export function follow({ followed }, count) {
    followed.count += count;
    if (followed.count > MAX_FOLLOWED_TOTAL)
        throw new InputError(`expected at most ${MAX_FOLLOWED_TOTAL} elements of shape arithmetic, found more`);
}
/** AttributeProto.AttributeType */
const TYPE_NAMES = { float: 1, int: 2, string: 3, tensor: 4, floats: 6, ints: 7 };
/** An input that an operator can't do without. @param name as the operator's specification names it */
export function input(call, index, name) {
    const found = call.inputs.at(index);
    if (found === undefined)
        throw new InputError(`expected an input ${name}, found none`);
    return found;
}
/** An input of a known rank. */
export function inputOfRank(call, index, name, low, high = Infinity) {
    const found = input(call, index, name);
    if (found.dims.length < low || found.dims.length > high) {
        const needed = low === high ? `${low}` : high === Infinity ? `at least ${low}` : `${low} to ${high}`;
        throw new InputError(`expected ${name} with ${needed} dimensions, found ${found.dims.length}`);
    }
    return found;
}
/** The elements of an input on which a shape depends; undefined where the input is left out. @throws InputError where they aren't known */
export function knownInput(call, index, name) {
    const found = call.inputs.at(index);
    if (found === undefined)
        return undefined;
    if (found.content === undefined) {
        throw new InputError(`expected ${name} to be constant, since a shape depends on it, found ${elementTypeName(found.type)} values that are not known`);
    }
    return found.content;
}
export function requiredKnownInput(call, index, name) {
    input(call, index, name);
    return knownInput(call, index, name) ?? [];
}
/** The one element of an input. */
export function knownScalar(call, index, name) {
    const content = knownInput(call, index, name);
    if (content !== undefined && content.length !== 1)
        throw new InputError(`expected ${name} to be one number, found ${content.length}`);
    return content?.[0];
}
function attribute(call, name, type) {
    const found = call.node.attributes.get(name);
    // Writers before 2018 left the type out.
    if (found !== undefined && (found.type ?? 0) !== 0 && found.type !== TYPE_NAMES[type]) {
        throw new InputError(`attribute ${name}: expected ${type}, found attribute type ${show(found.type)}`);
    }
    return found;
}
/** An integer attribute in a range. @param otherwise where it is absent; undefined: it must be there */
export function intAttribute(call, name, otherwise, low = -MAX_SIZE, high = MAX_SIZE) {
    const found = attribute(call, name, 'int');
    const value = found === undefined ? otherwise : (found.i ?? 0);
    if (value === undefined)
        throw new InputError(`attribute ${name}: expected an integer, found none`);
    return requireSize(`attribute ${name}`, value, low, high);
}
/** A list of integers; undefined where it is absent. One beyond 2^53 is an infinity. @param low none may be below it or above `MAX_SIZE` */
export function intsAttribute(call, name, low) {
    const values = attribute(call, name, 'ints')?.ints;
    if (low !== undefined)
        for (const value of values ?? [])
            requireSize(`attribute ${name}`, value, low, MAX_SIZE);
    return values;
}
export function floatAttribute(call, name, otherwise) {
    const found = attribute(call, name, 'float');
    return found === undefined ? otherwise : (found.f ?? 0);
}
export function floatsAttribute(call, name) {
    return attribute(call, name, 'floats')?.floats;
}
/** A string attribute that is one of `choices`. */
export function choiceAttribute(call, name, choices, otherwise) {
    const found = attribute(call, name, 'string');
    if (found === undefined)
        return otherwise;
    const text = new TextDecoder('latin1').decode(found.s?.subarray(0, 100));
    const choice = choices.find((one) => one === text);
    if (choice === undefined)
        throw new InputError(`attribute ${name}: expected one of ${choices.join(', ')}, found ${show(text)}`);
    return choice;
}
export function tensorAttribute(call, name) {
    const found = attribute(call, name, 'tensor');
    if (found === undefined)
        return undefined;
    if (found.t === undefined)
        throw new InputError(`attribute ${name}: expected a tensor, found none`);
    return storedTensor(`attribute ${name}`, found.t);
}
/** An input since `since`, an attribute before: most operators' lists moved so. @throws InputError for the other form */
export function intsMoved(call, name, since, index) {
    if (call.model.opset < since)
        return intsAttribute(call, name);
    if (call.node.attributes.has(name))
        throw new InputError(`expected ${name} as an input, as from opset ${since} on, found an attribute`);
    return knownInput(call, index, name);
}
function requireSize(subject, value, low, high) {
    if (!Number.isInteger(value) || value < low || value > high)
        throw new InputError(`${subject}: expected an integer from ${low} to ${high}, found ${show(value)}`);
    return value;
}
//# sourceMappingURL=call.js.map