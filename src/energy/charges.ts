/** Counts become charges: so many operations of a kind at a place, each at one cost of the table. Every energy is a sum of charges. */
import type { ResidualAddition, TopologyLayer } from '../networks/topology.ts';
import { UNITS_OF, type Arithmetic, type Unit } from './arithmetic.ts';
import { additionCounts, CONV_PASSES, isFirstConvolution, layerCounts, type ConvPass, type ElementCounts, type Scope } from './counts.ts';

/** Where the energy goes. */
export const ROWS = ['convMul', 'convLocalAcc', 'convGroupScale', 'convTreeAdd', 'bn', 'fc', 'sgd', 'ewAdd', 'dqActivation', 'dqWeight'] as const;
export type Row = (typeof ROWS)[number];

export const ROW_TITLES: Readonly<Record<Row, string>> = {
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

const CONV_ROWS: Readonly<Record<Unit, Row>> = { mul: 'convMul', localAcc: 'convLocalAcc', groupScale: 'convGroupScale', treeAdd: 'convTreeAdd' };

/** `backward` is that of residual additions; `step` is what has no pass of its own. */
export type ChargePass = ConvPass | 'backward' | 'step';
export const CHARGE_PASSES: readonly ChargePass[] = [...CONV_PASSES, 'backward', 'step'];

/** The cell of the cost table that a charge is priced with. */
export interface CostCell {
  readonly arithmetic: Arithmetic;
  readonly unit: Unit;
}

export interface Charge {
  /** The layer or the residual addition. */
  readonly place: string;
  readonly pass: ChargePass;
  readonly row: Row;
  readonly operation: Unit | 'add';
  readonly count: bigint;
  readonly cell: CostCell;
  /** False for what a convention leaves out of the sum. */
  readonly inSum: boolean;
}

const FP32_MUL: CostCell = { arithmetic: 'fp32', unit: 'mul' };
/** An addition outside a convolution: a binary32 one, which is what fp32 accumulates with. */
const FP32_ADD: CostCell = { arithmetic: 'fp32', unit: 'localAcc' };

/** What a layer costs in an arithmetic. Charges of nothing are left out. @throws InputError where the kernel doesn't fit the input */
export function layerCharges(layer: TopologyLayer, scope: Scope, arithmetic: Arithmetic): readonly Charge[] {
  const counts = layerCounts(layer, scope);
  const { convention } = scope;
  const place = layer.name;
  const runsIn = isFirstConvolution(layer) && convention.firstConvolution === 'fp32' ? 'fp32' : arithmetic;
  const convolutions = CONV_PASSES.flatMap((pass) =>
    UNITS_OF[runsIn].map((unit): Charge => {
      const { groupScale, [unit]: counted } = counts.conv[pass];
      // Without groups of its own an arithmetic makes one addition for every product, whatever a convention says of MLS's tree.
      const count = unit === 'treeAdd' && arithmetic !== 'mls' ? groupScale : counted;
      return { place, pass, row: CONV_ROWS[unit], operation: unit, count, cell: { arithmetic: runsIn, unit }, inSum: true };
    }),
  );
  const forward = scope.workload === 'inference' ? 'forward' : 'step';
  const binary32 = [
    ...elementCharges(place, forward, 'bn', counts.bn),
    ...elementCharges(place, forward, 'fc', counts.fc),
    ...elementCharges(place, 'step', 'sgd', counts.sgd),
  ];
  const quantization =
    arithmetic === 'mls'
      ? [
          ...elementCharges(place, forward, 'dqActivation', counts.dqActivation),
          ...elementCharges(place, 'step', 'dqWeight', counts.dqWeight, convention.weightQuantization),
        ]
      : [];
  return [...convolutions, ...binary32, ...quantization].filter(({ count }) => count > 0n);
}

/** What a residual addition costs in an arithmetic. */
export function additionCharges(addition: ResidualAddition, scope: Scope, arithmetic: Arithmetic): readonly Charge[] {
  const counts = additionCounts(addition, scope);
  const charges = (['forward', 'backward'] as const).flatMap((pass) => elementCharges(addition.name, pass, 'ewAdd', counts[pass]));
  return charges.filter(({ count, operation }) => count > 0n && (operation === 'add' || arithmetic === 'mls'));
}

function elementCharges(place: string, pass: ChargePass, row: Row, { mul, add }: ElementCounts, inSum = true): readonly Charge[] {
  return [
    { place, pass, row, operation: 'mul', count: mul, cell: FP32_MUL, inSum },
    { place, pass, row, operation: 'add', count: add, cell: FP32_ADD, inSum },
  ];
}
