export {};
//# sourceMappingURL=datapath.js.map