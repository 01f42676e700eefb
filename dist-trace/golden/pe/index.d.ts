/** The vectors of a processing element. */
export type { PeParameters } from './parameters.ts';
export type { PeOptions } from './program.ts';
export { peSource } from './source.ts';
