/** Sizes of the network's inputs: those of the file, and the user's where it leaves them open. */
import { InputError, requireInteger, show } from "../../bits/check.js";
import { requireDims, showDims } from "./dims.js";
import { MAX_SIZE } from "./limits.js";
/** @throws InputError for what stays open, for a size that contradicts the file, and for an option that nothing takes */
export function sizedInputs(model, options) {
    const given = new Map(Object.entries(options.inputs ?? {}));
    for (const name of given.keys()) {
        if (!model.inputs.some((one) => one.name === name)) {
            throw new InputError(`${model.subject}: expected one of the inputs ${model.inputs.slice(0, 8).map((one) => show(one.name)).join(', ')}, found ${show(name)}`);
        }
    }
    if (options.batch !== undefined)
        requireInteger('batch', options.batch, 1, MAX_SIZE);
    const dims = new Map();
    let sized = false;
    for (const one of model.inputs) {
        const subject = `${model.subject}: input ${show(one.name)}`;
        const open = one.dims ?? given.get(one.name);
        if (open === undefined)
            throw new InputError(`${subject}: expected a number of dimensions, found none: give its dimensions by name`);
        const whole = given.get(one.name);
        if (whole !== undefined && whole.length !== open.length)
            throw new InputError(`${subject}: expected ${open.length} dimensions, found ${showDims(whole)}`);
        const axes = whole === undefined ? spatialAxes(open) : undefined;
        sized ||= axes !== undefined;
        dims.set(one.name, resolved(subject, one.name, open, whole, axes, options));
    }
    if (options.inputSize !== undefined && !sized)
        throw new InputError(`${model.subject}: input size: expected an input with a height and a width, found none`);
    return { dims, batch: batchOf(model, dims, options) };
}
/** Channels of an image as it is stored. */
const MAX_IMAGE_CHANNELS = 4;
/**
 * Height and width of an input of four dimensions: the last two, or the middle two where the file seems to have the channels last. It fixes
 * the last then and leaves both others open, or the last alone is small enough to be an image's channels.
 */
function spatialAxes(dims) {
    if (dims.length !== 4)
        return undefined;
    const [, second, third, last = Infinity] = dims;
    const alone = last <= MAX_IMAGE_CHANNELS && (second ?? Infinity) > MAX_IMAGE_CHANNELS;
    const lastFixed = last < Infinity && second === undefined && third === undefined;
    return alone || lastFixed ? [1, 2] : [2, 3];
}
function resolved(subject, name, open, whole, axes, options) {
    const dims = open.map((fixed, axis) => {
        const asked = whole?.[axis] ?? (axes === undefined ? undefined : options.inputSize?.[axes.indexOf(axis)]);
        if (fixed !== undefined && asked !== undefined && asked !== fixed) {
            throw new InputError(`${subject}: dimension ${axis}: expected ${show(fixed)}, which the file fixes, found ${show(asked)}`);
        }
        // What is counted is for one image, so that the batch never matters; a fixed one is taken as it is.
        const found = fixed ?? asked ?? (axis === 0 ? (options.batch ?? 1) : undefined);
        if (found !== undefined)
            return found;
        const mend = axes?.includes(axis) === true ? 'give the input size (--input-size h,w)' : `give all its dimensions (--input ${safeName(name)}=d0,d1,...)`;
        throw new InputError(`${subject}: dimension ${axis}: expected a size, found one that the file leaves open: ${mend}`);
    });
    if (requireDims(subject, dims) === 0)
        throw new InputError(`${subject}: expected every dimension to be at least 1, found ${showDims(dims)}`);
    return dims;
}
/** A name that a command line takes as it is, else a word for it. */
function safeName(name) {
    return /^[\w.:/-]{1,40}$/.test(name) ? name : 'NAME';
}
/**
 * The first dimension of the first input that has one for its images: of 2 dimensions, of 4 and more, or an open one. A fixed one of 3
 * dimensions is an image of its own, unless the user says how many it holds.
 */
function batchOf(model, dims, { batch }) {
    for (const { name, dims: open } of model.inputs) {
        const [first] = dims.get(name) ?? [];
        const rank = open?.length ?? 0;
        if (rank === 2 || rank >= 4 || (rank > 0 && open?.[0] === undefined) || (rank === 3 && first === batch))
            return first;
    }
    return 1;
}
//# sourceMappingURL=inputs.js.map