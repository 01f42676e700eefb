/** Operators that work element by element. */
import { InputError } from "../../../bits/check.js";
import { elementCount } from "../../../bits/shape.js";
import { follow, input, intAttribute } from "../call.js";
import { broadcast } from "../dims.js";
import { BOOL, FLOAT, isFloating } from "../element-type.js";
import { tensor } from "../tensor.js";
import { positionsIn } from "./positions.js";
/** An output of the first input's shape and type. */
export const sameShape = (call) => {
    const { dims, type } = input(call, 0, 'X');
    return [{ dims, type, content: undefined }];
};
/** The first input as it is, and a mask of it, which only Dropout gives. */
export const copy = (call) => {
    const x = input(call, 0, 'X');
    return [x, { dims: x.dims, type: BOOL, content: undefined }];
};
/** A function of each element, which is followed through small constants. */
export function unary(apply, type) {
    return (call) => {
        const x = input(call, 0, 'X');
        const made = type ?? x.type;
        return [tensor(x.dims, made, () => all(x.content?.map((value) => rounded(made, apply(value)))))];
    };
}
/** A function of two or more operands that broadcast. @param type of the output; that of the first operand where it is undefined */
export function nary(apply, type, operands = 0) {
    return (call) => {
        const inputs = call.inputs.map((_, i) => input(call, i, `operand ${i + 1}`));
        if (operands > 0 ? inputs.length !== operands : inputs.length === 0) {
            throw new InputError(`expected ${operands === 0 ? 'operands' : `${operands} operands`}, found ${inputs.length}`);
        }
        const dims = broadcast(inputs.map((one) => one.dims));
        const valueType = inputs[0].type;
        return [tensor(dims, type ?? valueType, () => folded(call, inputs, dims, (values) => rounded(type ?? valueType, apply(values, call, valueType))))];
    };
}
/** Where(condition, X, Y). */
export const where = (call) => {
    const [condition, x, y] = ['condition', 'X', 'Y'].map((name, i) => input(call, i, name));
    const dims = broadcast([condition.dims, x.dims, y.dims]);
    return [tensor(dims, x.type, () => folded(call, [condition, x, y], dims, ([c, a, b]) => (c === 0 ? b : a)))];
};
/** Cast and CastLike. */
export const cast = (call) => {
    const x = input(call, 0, 'input');
    const type = call.node.operator === 'CastLike' ? input(call, 1, 'target_type').type : intAttribute(call, 'to', undefined, 1);
    const convert = (value) => (type === BOOL ? Number(value !== 0) : isFloating(type) ? value : Math.trunc(value));
    return [tensor(x.dims, type, () => all(x.content?.map((value) => rounded(type, convert(value)))))];
};
/** x / y, truncated towards zero for integers; a division by zero is not followed. */
export function divide([x, y], _call, type) {
    if (isFloating(type))
        return x / y;
    return y === 0 ? undefined : Math.trunc(x / y);
}
/** The remainder with the sign of y, or with fmod that of x. */
export function modulo([x, y], call) {
    if (y === 0)
        return undefined;
    const remainder = x % y;
    return intAttribute(call, 'fmod', 0) === 0 && remainder !== 0 && remainder < 0 !== y < 0 ? remainder + y : remainder;
}
/** Rounds half to even. */
export function roundEven(value) {
    const floor = Math.floor(value);
    if (value - floor !== 0.5)
        return Math.round(value);
    return floor % 2 === 0 ? floor : floor + 1;
}
/** The content of operands that broadcast to `dims`, put through `apply`; undefined where any isn't known. */
function folded(call, inputs, dims, apply) {
    const contents = [];
    for (const { content } of inputs) {
        if (content === undefined)
            return undefined;
        contents.push(content);
    }
    const count = elementCount(dims);
    follow(call, inputs.length * count);
    const positions = inputs.map((one) => positionsIn(one.dims, dims));
    return all(Array.from({ length: count }, (_, at) => apply(contents.map((content, i) => content[positions[i](at)]))));
}
/** All values, or undefined where one is. */
function all(values) {
    return values === undefined || values.includes(undefined) ? undefined : values;
}
/** A value as its type holds it; NaN, and integers that aren't exact, are not followed. */
function rounded(type, value) {
    if (value === undefined || Number.isNaN(value))
        return undefined;
    if (type === FLOAT)
        return Math.fround(value);
    if (isFloating(type) || Number.isSafeInteger(value))
        return value;
    if (Number.isFinite(value) && !Number.isInteger(value))
        return undefined;
    return value > 0 ? Infinity : -Infinity;
}
//# sourceMappingURL=elementwise.js.map