/** The .npz format, a zip archive of .npy files: what other rooms use of it. */
export { readNpz, type NpzReader } from './npz-read.ts';
export { npzMember, writeNpz, type NpzMember } from './npz-write.ts';
