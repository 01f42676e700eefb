export {};
//# sourceMappingURL=unit-cases.js.map