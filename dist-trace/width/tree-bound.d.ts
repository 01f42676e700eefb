/**
 * How far the adder tree's sum can be from the exact sum of its terms.
 *
 * The standard forward error bound (Higham, "Accuracy and stability of numerical algorithms", section 4.2): where no term passes more than d rounded
 * additions, |error| <= gamma_d x sum |x|, with gamma_d = d u / (1 - d u) and u = 2^-24. Gradual underflow adds nothing: a subnormal sum is exact.
 */
/** Unit roundoff of binary32, nearest. */
export declare const UNIT_ROUNDOFF: number;
/**
 * The most rounded additions that a term passes: the levels of the tree, and the running sum once for each chunk but one. Adding to an idle lane, or to
 * the running sum's first +0, rounds nothing.
 * @param groups G, at least 1 @param treeWidth T
 */
export declare function treeDepth(groups: number, treeWidth: number): number;
/** gamma_d. */
export declare function forwardErrorFactor(depth: number): number;
