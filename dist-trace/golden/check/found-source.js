export {};
//# sourceMappingURL=found-source.js.map