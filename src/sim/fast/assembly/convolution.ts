/** The kernels of a convolution pass. They work on the host's memory at given addresses, in bytes; the host knows the layout. */
export { clear, decode, decodeByTable, packIntegers, packPanel, packRows, padIntegers, padPlane } from './pack';
export { packFactors, scaledFactors, termFactors } from './factors';
export { addChunks, fewerChunk, fewerScaledChunk, fusedChunk, fusedScaledChunk, integerSums, terms, termSums } from './chunk';
export { writeOutputs } from './finish';
export { checkedSums } from './checked';
export { packSingles, scaleRows, singleChunk } from './single';
export { foldRows, scaleIntegers } from './fold';
export { layLevels } from './fold-levels';
export { foldedChunks, squaresChunks } from './folded-chunk';
export { largestWindows, packSquares } from './squares-pack';
export { writeSquares } from './squares-write';
export { packLineRows, packLines } from './lines-pack';
export { linesChunk } from './lines-chunk';
