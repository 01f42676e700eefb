import { UNITS_OF } from "./arithmetic.js";
import { additionCounts, CONV_PASSES, isFirstConvolution, layerCounts } from "./counts.js";
/** Where the energy goes. */
export const ROWS = ['convMul', 'convLocalAcc', 'convGroupScale', 'convTreeAdd', 'bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight'];
export const ROW_TITLES = {
    convMul: 'convolution, multiplications',
    convLocalAcc: 'convolution, local accumulation',
    convGroupScale: 'convolution, group scaling',
    convTreeAdd: 'convolution, adder tree',
    bn: 'batch normalization',
    fc: 'fully connected',
    sgd: 'SGD update',
    ewAdd: 'residual additions',
    dqActivation: 'quantization of activations and errors',
    dqWeight: 'quantization of weights',
};
const CONV_ROWS = { mul: 'convMul', localAcc: 'convLocalAcc', groupScale: 'convGroupScale', treeAdd: 'convTreeAdd' };
export const CHARGE_PASSES = [...CONV_PASSES, 'backward', 'step'];
const FP32_MUL = { arithmetic: 'fp32', unit: 'mul' };
/** An addition outside a convolution: a binary32 one, which is what fp32 accumulates with. */
const FP32_ADD = { arithmetic: 'fp32', unit: 'localAcc' };
/** What a layer costs in an arithmetic. Charges of nothing are left out. @throws InputError where the kernel doesn't fit the input */
export function layerCharges(layer, scope, arithmetic) {
    const counts = layerCounts(layer, scope);
    const { convention } = scope;
    const place = layer.name;
    const runsIn = isFirstConvolution(layer) && convention.firstConvolution === 'fp32' ? 'fp32' : arithmetic;
    const convolutions = CONV_PASSES.flatMap((pass) => UNITS_OF[runsIn].map((unit) => {
        const { groupScale, [unit]: counted } = counts.conv[pass];
        // Without groups of its own an arithmetic makes one addition for every product, whatever a convention says of MLS's tree.
        const count = unit === 'treeAdd' && arithmetic !== 'mls' ? groupScale : counted;
        return { place, pass, row: CONV_ROWS[unit], operation: unit, count, cell: { arithmetic: runsIn, unit }, inSum: true };
    }));
    const forward = scope.workload === 'inference' ? 'forward' : 'step';
    const binary32 = [
        ...elementCharges(place, forward, 'bn', counts.bn),
        ...elementCharges(place, forward, 'fc', counts.fc),
        ...elementCharges(place, 'step', 'sgd', counts.sgd),
    ];
    const quantization = arithmetic === 'mls'
        ? [
            ...elementCharges(place, forward, 'dqActivation', counts.dqActivation),
            ...elementCharges(place, 'step', 'dqWeight', counts.dqWeight, convention.weightQuantization),
        ]
        : [];
    return [...convolutions, ...binary32, ...quantization].filter(({ count }) => count > 0n);
}
/** What a residual addition costs in an arithmetic. */
export function additionCharges(addition, scope, arithmetic) {
    const counts = additionCounts(addition, scope);
    const charges = ['forward', 'backward'].flatMap((pass) => elementCharges(addition.name, pass, 'ewAdd', counts[pass]));
    return charges.filter(({ count, operation }) => count > 0n && (operation === 'add' || arithmetic === 'mls'));
}
function elementCharges(place, pass, row, { mul, add }, inSum = true) {
    return [
        { place, pass, row, operation: 'mul', count: mul, cell: FP32_MUL, inSum },
        { place, pass, row, operation: 'add', count: add, cell: FP32_ADD, inSum },
    ];
}
//# sourceMappingURL=charges.js.map