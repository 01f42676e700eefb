/** Resize and Upsample. */
import { InputError } from "../../../bits/check.js";
import { choiceAttribute, input, intsAttribute, knownInput } from "../call.js";
import { axesOf, showDims } from "../dims.js";
import { tensor } from "../tensor.js";
/** Sizes given, or scaled: floor(size x scale) in binary32. */
export const resize = (call) => {
    const { dims, type } = input(call, 0, 'X');
    const old = call.node.operator === 'Upsample' || call.model.opset < 11;
    const scales = nonEmpty(knownInput(call, old ? 1 : 2, 'scales'));
    const sizes = old ? undefined : nonEmpty(knownInput(call, 3, 'sizes'));
    const listed = call.model.opset >= 18 ? intsAttribute(call, 'axes') : undefined;
    const axes = listed === undefined ? dims.map((_, axis) => axis) : axesOf('attribute axes', listed, dims.length);
    const given = sizes ?? scales;
    if (given === undefined || (sizes !== undefined && scales !== undefined))
        throw new InputError(`expected scales or sizes, found ${given === undefined ? 'neither' : 'both'}`);
    if (given.length !== axes.length)
        throw new InputError(`expected ${axes.length} ${sizes ? 'sizes' : 'scales'}, found ${given.length}`);
    if (given.some((value) => !(value > 0)))
        throw new InputError(`expected ${sizes ? 'sizes' : 'scales'} above 0, found ${showDims(given)}`);
    const wanted = sizes === undefined ? axes.map((axis, i) => Math.floor(Math.fround(dims[axis] * given[i]))) : fitted(call, axes.map((axis) => dims[axis]), sizes);
    const out = [...dims];
    axes.forEach((axis, i) => {
        out[axis] = wanted[i];
    });
    return [tensor(out, type)];
};
/** Sizes as they are, or with one scale for all axes: the smallest, or the largest, that the sizes ask for. */
function fitted(call, from, sizes) {
    const policy = call.model.opset < 18 ? 'stretch' : choiceAttribute(call, 'keep_aspect_ratio_policy', ['stretch', 'not_larger', 'not_smaller'], 'stretch');
    if (policy === 'stretch')
        return sizes;
    const scales = sizes.map((size, i) => size / from[i]);
    const scale = policy === 'not_larger' ? Math.min(...scales) : Math.max(...scales);
    return from.map((size) => Math.floor(scale * size + 0.5));
}
function nonEmpty(values) {
    return values?.length === 0 ? undefined : values;
}
//# sourceMappingURL=resizing.js.map