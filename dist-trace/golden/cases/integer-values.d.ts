/** 0, 1, -1 and both ends of a signed word, with the neighbours of the ends. @param width at least 2 */
export declare function extremes(width: number): readonly bigint[];
/** Both signs of a single bit, and of all ones below it, at every place of a signed word. */
export declare function singleBits(width: number): readonly bigint[];
/** Numbers of 0, of ones alone, and of one bit alone or missing, in a field. @param bits 0 or more */
export declare function fieldPatterns(bits: number): readonly number[];
/** A value, or the nearest that a signed word holds. */
export declare function clampSigned(value: bigint, width: number): bigint;
