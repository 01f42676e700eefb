import { type Call, type Rule } from '../call.ts';
import { type StoredTensor } from '../stored-tensor.ts';
import { type Tensor } from '../tensor.ts';
/** A tensor in the file, its elements read once they are asked for, and only if they are few. @param subject names it in errors */
export declare function fromFile(subject: string, call: Pick<Call, 'model' | 'followed'>, stored: StoredTensor): Tensor;
/** Constant, in each of the forms that its value can have. */
export declare const constant: Rule;
/** One value in a shape. */
export declare const constantOfShape: Rule;
/** From start to limit in steps of delta. */
export declare const range: Rule;
/** A new axis of size depth. */
export declare const oneHot: Rule;
/** The indices of what isn't zero; only of constants, since their number depends on the elements. */
export declare const nonZero: Rule;
