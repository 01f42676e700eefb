export function isActivation(known) {
    return known?.vertex !== undefined;
}
//# sourceMappingURL=known.js.map