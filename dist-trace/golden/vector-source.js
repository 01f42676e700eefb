export {};
//# sourceMappingURL=vector-source.js.map