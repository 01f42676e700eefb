/** The public interface. */
export { InputError } from './bits/check.ts';
export { CANONICAL_NAN, Flag, type Rounded, type SubnormalPolicy } from './bits/binary32.ts';
export { busWordFromBytes, busWordFromHex, busWordToBytes, busWordToHex } from './bits/bus-word.ts';
export { binary32Bits, binary32Value } from './bits/host-float.ts';
export { philox4x32, philoxIntegers } from './bits/philox.ts';
export type { Shape4 } from './bits/shape.ts';
export { finish, type Progress, type Steps } from './bits/steps.ts';

export { elementFields, elementFormat, elementInteger, elementValue, type ElementFields, type ElementFormat } from './formats/element.ts';
export { elementQuantizer, type ElementRounding, type MantissaOverflow, type Rounding } from './formats/element-quantizer.ts';
export { groupScaleFormat, scaleExp, scaleMan, scaleValue, type GroupScaleFormat } from './formats/group-scale.ts';
export { averageRelativeError, dequantize, requireMlsTensor, type MlsTensor } from './formats/mls-tensor.ts';
export { quantize, quantizeLike, quantizing, type Grouping, type QuantizeOptions, type RandomSource } from './formats/quantize.ts';

export { adderTree, addLanes, addLevel } from './units/adder-tree.ts';
export { addFp32 } from './units/fp32-adder.ts';
export { multiplyFp32 } from './units/fp32-multiplier.ts';
export { scaledSumBits, scaleGroup, type ScaledSum, type ScaleOperand } from './units/group-scaler.ts';
export { intToFp32 } from './units/int-to-fp32.ts';
export {
  accumulate,
  accumulatorFormat,
  EMPTY_ACCUMULATOR,
  type AccumulatorFormat,
  type AccumulatorOverflow,
  type AccumulatorState,
} from './units/local-accumulator.ts';
export { multiply, productBits } from './units/multiplier.ts';
export { applyTensorScale, outputScale } from './units/tensor-scale.ts';

export { convolution, PLAIN_CONVOLUTION, type Convolution, type ConvolutionOptions, type Pair, type Pass } from './sim/convolution.ts';
export { convolve, convolving, planConvolution, type EnginePlan } from './sim/convolve.ts';
export { prepack } from './sim/fast/prepack.ts';
export { fastQuantize, fastQuantizeLike, fastQuantizing } from './sim/fast/quantize.ts';
export { closeThreads, convolveOnThreads, type ThreadOptions } from './sim/fast/threads.ts';
export { convolutionCounts, type OperationCounts } from './sim/counts.ts';
export { DEFAULT_ARRAY, requireArrayParameters, type ArrayParameters } from './sim/cycle/parameters.ts';
export { runCycle, type CycleOptions, type CycleResult } from './sim/cycle/run-cycle.ts';
export { outputGrid } from './sim/cycle/grid.ts';
export { latency, layerCycles, utilization, type CycleCounts, type OutputGrid } from './sim/cycle/timing.ts';
export { REGISTER_CLASSES, type RegisterBank, type RegisterClass } from './sim/cycle/registers.ts';
export { DATAPATHS } from './sim/datapaths.ts';
export type { Datapath, DatapathDescription, IntegerForm } from './sim/datapath.ts';
export { groupedDot, type GroupedDot, type GroupedOperands } from './sim/grouped-dot.ts';
export { mlsDatapath, mlsDefaults, mlsDescription, type MlsOperandFormat, type MlsParameters } from './sim/mls-datapath.ts';
export type { Operand } from './sim/operand.ts';
export { runReference } from './sim/reference-engine.ts';
export type { ConvolutionResult, OverflowReport } from './sim/result.ts';

export { openOutput, type OutputFile } from './io/atomic-file.ts';
export { readMlsNpz, writeMlsNpz } from './io/mls-npz.ts';
export { openVcd, type SignalBank, type VcdHeader, type VcdWriter } from './io/vcd.ts';
export { readFloat32, readUnsigned, writeNpy } from './io/npy.ts';
