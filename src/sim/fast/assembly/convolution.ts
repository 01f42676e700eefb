/** The kernels of a convolution pass. They work on the host's memory at given addresses, in bytes; the host knows the layout. */
export { decode, decodeByTable, packPanel, packRows, padPlane } from './pack';
export { oneFactors, packFactors, twoFactors } from './factors';
export { addChunks, integerSums, oneFactorChunk, terms, twoFactorChunk } from './chunk';
export { writeOutputs } from './finish';
export { checkedSums } from './checked';
