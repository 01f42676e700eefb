/** The .npz format, a zip archive of .npy files: what other rooms use of it. */
export { readNpz } from "./npz-read.js";
export { npzMember, writeNpz } from "./npz-write.js";
//# sourceMappingURL=npz.js.map