import { BOOL } from "../element-type.js";
import { constant, constantOfShape, nonZero, oneHot, range } from "./constants.js";
import { conv, convTranspose } from "./convolution.js";
import { cast, copy, divide, modulo, nary, roundEven, sameShape, unary, where } from "./elementwise.js";
import { concat, expand, gather, gatherElements, gatherND, pad, slice, split, tile, topK, transpose } from "./moving.js";
import { batchNormalization, dequantizeLinear, dynamicQuantizeLinear, layerNormalization, quantizeLinear } from "./normalization.js";
import { globalPool, pool } from "./pooling.js";
import { gemm, matMul } from "./product.js";
import { arg, reduce } from "./reducing.js";
import { depthToSpace, flatten, reshape, shape, size, squeeze, unsqueeze } from "./reshaping.js";
import { resize } from "./resizing.js";
const of = (kind, rules) => Object.entries(rules).map(([name, rule]) => [name, { kind, rule }]);
const same = (kind, names) => names.split(' ').map((name) => [name, { kind, rule: sameShape }]);
const truth = (holds) => nary(([a, b]) => Number(holds(a, b)), BOOL, 2);
const total = (values) => values.reduce((sum, value) => sum + value, 0);
const largest = (a, b) => Math.max(a, b);
const smallest = (a, b) => Math.min(a, b);
export const OPERATORS = new Map([
    ['Conv', { kind: 'layer', layer: conv }],
    ['ConvTranspose', { kind: 'layer', layer: convTranspose }],
    ['Gemm', { kind: 'layer', layer: gemm }],
    ['MatMul', { kind: 'layer', layer: matMul }],
    ...of('batchNormalization', { BatchNormalization: batchNormalization }),
    ...of('addition', { Add: nary(([a, b]) => a + b, undefined, 2), Sum: nary(total) }),
    ...of('sizes', { Shape: shape, Size: size }),
    ...of('view', { Identity: copy, Dropout: copy, Reshape: reshape, Flatten: flatten, Squeeze: squeeze, Unsqueeze: unsqueeze, Transpose: transpose, Cast: cast, CastLike: cast }),
    ...of('free', {
        Constant: constant,
        ConstantOfShape: constantOfShape,
        Range: range,
        OneHot: oneHot,
        NonZero: nonZero,
        Concat: concat,
        Split: split,
        Slice: slice,
        Gather: gather,
        GatherElements: gatherElements,
        GatherND: gatherND,
        Expand: expand,
        Tile: tile,
        Pad: pad,
        TopK: topK,
        DepthToSpace: depthToSpace,
        SpaceToDepth: depthToSpace,
        MaxPool: pool,
        GlobalMaxPool: globalPool,
        ArgMax: arg,
        ArgMin: arg,
        ReduceMax: reduce(18, largest),
        ReduceMin: reduce(18, smallest),
        Max: nary((values) => values.reduce(largest)),
        Min: nary((values) => values.reduce(smallest)),
        Where: where,
        Equal: truth((a, b) => a === b),
        Less: truth((a, b) => a < b),
        LessOrEqual: truth((a, b) => a <= b),
        Greater: truth((a, b) => a > b),
        GreaterOrEqual: truth((a, b) => a >= b),
        And: truth((a, b) => a !== 0 && b !== 0),
        Or: truth((a, b) => a !== 0 || b !== 0),
        Xor: truth((a, b) => (a !== 0) !== (b !== 0)),
        Not: unary((value) => Number(value === 0), BOOL),
        Neg: unary((value) => 0 - value),
        Abs: unary(Math.abs),
        Sign: unary(Math.sign),
        Floor: unary(Math.floor),
        Ceil: unary(Math.ceil),
        Round: unary(roundEven),
    }),
    ...same('free', 'Relu Clip ThresholdedRelu Hardmax IsNaN IsInf Trilu EyeLike ReverseSequence ScatterElements ScatterND Scatter'),
    ...of('arithmetic', {
        Sub: nary(([a, b]) => a - b, undefined, 2),
        Mul: nary(([a, b]) => a * b, undefined, 2),
        Div: nary(divide, undefined, 2),
        Mod: nary(modulo, undefined, 2),
        Pow: nary(([a, b]) => a ** b, undefined, 2),
        Mean: nary((values) => total(values) / values.length),
        Sqrt: unary(Math.sqrt),
        Reciprocal: unary((value) => 1 / value),
        PRelu: sameShape,
        AveragePool: pool,
        LpPool: pool,
        GlobalAveragePool: globalPool,
        GlobalLpPool: globalPool,
        ReduceSum: reduce(13, (a, b) => a + b),
        ReduceProd: reduce(18, (a, b) => a * b),
        ReduceMean: reduce(18),
        ReduceL1: reduce(18),
        ReduceL2: reduce(18),
        ReduceSumSquare: reduce(18),
        ReduceLogSum: reduce(18),
        ReduceLogSumExp: reduce(18),
        Resize: resize,
        Upsample: resize,
        LayerNormalization: layerNormalization,
        QuantizeLinear: quantizeLinear,
        DequantizeLinear: dequantizeLinear,
        DynamicQuantizeLinear: dynamicQuantizeLinear,
    }),
    ...same('arithmetic', 'LeakyRelu Elu Selu Celu Gelu Mish Softplus Softsign Shrink Sigmoid HardSigmoid HardSwish Tanh Erf Softmax LogSoftmax Exp Log CumSum'),
    ...same('arithmetic', 'Sin Cos Tan Asin Acos Atan Sinh Cosh Tanh Asinh Acosh Atanh LRN LpNormalization MeanVarianceNormalization InstanceNormalization GroupNormalization'),
]);
//# sourceMappingURL=table.js.map