/** `mlsim/testing`: property-based tests of a design, with fast-check (docs/testing-kit.md). */
export { elementCodes, elementFormats, extremeCodes, groupScaleFormats, type FormatLimits } from './formats.ts';
export { groupProducts, groupSum, type Formats, type Group, type GroupLayer } from './group.ts';
export { groups } from './groups.ts';
export { layers, matchesSimulator, simulated, type Layer, type LayerImplementation, type LayerLimits, type UnitParameters } from './layers.ts';
export { flagTellsOverflow, matchesAccumulator, noOverflow, saturateIsMonotone, staysInRange, wrapEqualsModulo, wrapIgnoresOrder, type GroupImplementation, type GroupResult, } from './properties.ts';
export { accumulatorSteps, groupFromSteps, matchesStep, type AccumulatorStep, type StepImplementation } from './steps.ts';
export { capacity, largestProduct, largestSum, naiveWidth, neededWidth } from '../width/bounds.ts';
export { elementFormat, elementInteger, type ElementFormat } from '../formats/element.ts';
export { groupScaleFormat, type GroupScaleFormat } from '../formats/group-scale.ts';
