export {};
//# sourceMappingURL=worst-case.js.map