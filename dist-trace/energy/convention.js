/** What a sum over a network includes. The paper's text and the paper's figures differ, so every result names its convention. */
export const CONVENTIONS = [
    {
        name: 'datapath',
        title: 'what the simulated hardware does: all convolutions quantized, every operation counted',
        firstConvolution: 'quantized',
        firstTreeAdditions: true,
        weightQuantization: true,
    },
    {
        name: 'published',
        title: "the paper's figures: without the first convolution's tree additions in MLS, without the quantization of weights",
        firstConvolution: 'quantized',
        firstTreeAdditions: false,
        weightQuantization: false,
    },
    {
        name: 'first-fp32',
        title: "the paper's section 5.1 as written: the first convolution in binary32 in every arithmetic",
        firstConvolution: 'fp32',
        firstTreeAdditions: true,
        weightQuantization: true,
    },
];
export const CONVENTION_NAMES = CONVENTIONS.map(({ name }) => name);
export function conventionNamed(name) {
    const found = CONVENTIONS.find((convention) => convention.name === name);
    if (found === undefined)
        throw new TypeError(`convention: expected one of ${CONVENTION_NAMES.join(', ')}, found ${name}`);
    return found;
}
//# sourceMappingURL=convention.js.map