export {};
//# sourceMappingURL=operand.js.map