/** A topology whose convolutions are all alike, whose fully connected layers have biases, and whose first layer alone takes the input. */
export function topology(name, layers, convolutions, additions = []) {
    const surround = (layer, position) => ({
        ...layer,
        ...(layer.kind === 'conv' ? convolutions : { normalized: false, bias: true }),
        fromInput: position === 0,
    });
    return { name, layers: layers.map(surround), additions };
}
/** A layer without its surroundings. */
export function bareLayer({ name, kind, ci, co, kernel, stride, padding, dilation, groups, input }) {
    return { name, kind, ci, co, kernel, stride, padding, dilation, groups, input };
}
//# sourceMappingURL=topology.js.map