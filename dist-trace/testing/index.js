/** `mlsim/testing`: property-based tests of a design, with fast-check (docs/testing-kit.md). */
export { elementCodes, elementFormats, extremeCodes, groupScaleFormats } from "./formats.js";
export { groupProducts, groupSum } from "./group.js";
export { groups } from "./groups.js";
export { layers, matchesSimulator, simulated } from "./layers.js";
export { flagTellsOverflow, matchesAccumulator, noOverflow, saturateIsMonotone, staysInRange, wrapEqualsModulo, wrapIgnoresOrder, } from "./properties.js";
export { accumulatorSteps, groupFromSteps, matchesStep } from "./steps.js";
export { capacity, largestProduct, largestSum, naiveWidth, neededWidth } from "../width/bounds.js";
export { elementFormat, elementInteger } from "../formats/element.js";
export { groupScaleFormat } from "../formats/group-scale.js";
//# sourceMappingURL=index.js.map