/** No element pair: a stall, or the drain. */
export const BUBBLE = { issue: false, first: false, last: false, chunkFirst: false, chunkLast: false, context: 0, chunk: 0, k: 0 };
//# sourceMappingURL=element.js.map