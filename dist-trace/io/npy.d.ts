/** The .npy format: what other rooms use of it. */
export { readFloat32, readNpyBytes, readUnsigned, type NpyArray, type NpyTensor } from './npy-read.ts';
export { writeNpy } from './npy-write.ts';
export { npyHeader } from './npy-header.ts';
export { type NpyArrays, type NpyDescr } from './npy-dtype.ts';
