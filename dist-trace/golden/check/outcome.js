export const COMPARE_MODES = ['valid', 'all'];
//# sourceMappingURL=outcome.js.map