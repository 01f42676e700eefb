import { type Rule } from '../call.ts';
/** Sizes given, or scaled: floor(size x scale) in binary32. */
export declare const resize: Rule;
