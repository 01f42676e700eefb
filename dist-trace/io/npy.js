/** The .npy format: what other rooms use of it. */
export { readFloat32, readNpyBytes, readUnsigned } from "./npy-read.js";
export { writeNpy } from "./npy-write.js";
export { npyHeader } from "./npy-header.js";
export {} from "./npy-dtype.js";
//# sourceMappingURL=npy.js.map