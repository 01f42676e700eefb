export const MANIFEST_FORMAT = 'mlsim-vectors/1';
export const MANIFEST_FILE = 'manifest.json';
//# sourceMappingURL=manifest.js.map