export {};
//# sourceMappingURL=tile.js.map