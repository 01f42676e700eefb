/** The registers of an element as others see them: for toggles, traces and comparisons. */
export const REGISTER_CLASSES = [
    'control',
    'scale',
    'product',
    'accumulator',
    'scaledSum',
    'converted',
    'tree',
    'runningSum',
    'tensorScale',
];
//# sourceMappingURL=registers.js.map