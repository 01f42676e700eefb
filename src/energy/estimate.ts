/** The energy of a network in one arithmetic with one table: charges, priced and summed. */
import type { Topology } from '../networks/topology.ts';
import type { Arithmetic } from './arithmetic.ts';
import { additionCharges, CHARGE_PASSES, layerCharges, ROWS, type Charge, type ChargePass, type Row } from './charges.ts';
import { cost, type CostTable } from './cost-table.ts';
import type { Scope } from './counts.ts';

/** A charge with what it comes to. */
export interface PricedCharge extends Charge {
  /** Of one operation. */
  readonly cost_fJ: bigint;
  readonly energy_fJ: bigint;
}

/** What a layer or a residual addition comes to. */
export interface PlaceEnergy {
  readonly place: string;
  /** Of its charges in the sum. */
  readonly total: bigint;
  readonly passes: Readonly<Record<ChargePass, bigint>>;
  readonly rows: Readonly<Record<Row, bigint>>;
}

/** All in fJ. Rows, passes and places each add up to the total. */
export interface ArithmeticEnergy {
  readonly arithmetic: Arithmetic;
  readonly total: bigint;
  readonly rows: Readonly<Record<Row, bigint>>;
  readonly passes: Readonly<Record<ChargePass, bigint>>;
  /** What the convention counts but leaves out of the sum, by row. */
  readonly notInSum: Readonly<Record<Row, bigint>>;
  /** Layers in the order of the forward pass, then residual additions. */
  readonly places: readonly PlaceEnergy[];
  readonly charges: readonly PricedCharge[];
}

/** @throws InputError for a cost that is needed and missing, or a kernel that doesn't fit its input */
export function estimate({ layers, additions }: Topology, scope: Scope, table: CostTable, arithmetic: Arithmetic): ArithmeticEnergy {
  const byPlace = [
    ...layers.map((layer) => ({ place: layer.name, charges: priced(layerCharges(layer, scope, arithmetic), table) })),
    ...additions.map((addition) => ({ place: addition.name, charges: priced(additionCharges(addition, scope, arithmetic), table) })),
  ];
  const charges = byPlace.flatMap((one) => one.charges);
  const places = byPlace.map((one) => {
    const summed = inSum(one.charges);
    return { place: one.place, total: total(summed), passes: byPass(summed), rows: byRow(summed) };
  });
  const summed = inSum(charges);
  return {
    arithmetic,
    total: total(summed),
    rows: byRow(summed),
    passes: byPass(summed),
    notInSum: byRow(charges.filter((charge) => !charge.inSum)),
    places,
    charges,
  };
}

function priced(charges: readonly Charge[], table: CostTable): readonly PricedCharge[] {
  return charges.map((charge) => {
    const cost_fJ = cost(table, charge.cell.arithmetic, charge.cell.unit);
    return { ...charge, cost_fJ, energy_fJ: charge.count * cost_fJ };
  });
}

function inSum(charges: readonly PricedCharge[]): readonly PricedCharge[] {
  return charges.filter((charge) => charge.inSum);
}

function total(charges: readonly PricedCharge[]): bigint {
  return charges.reduce((sum, { energy_fJ }) => sum + energy_fJ, 0n);
}

function byRow(charges: readonly PricedCharge[]): Record<Row, bigint> {
  return sums(ROWS, charges, ({ row }) => row);
}

function byPass(charges: readonly PricedCharge[]): Record<ChargePass, bigint> {
  return sums(CHARGE_PASSES, charges, ({ pass }) => pass);
}

/** The energies under each key, 0 where nothing is. */
function sums<Key extends string>(keys: readonly Key[], charges: readonly PricedCharge[], keyOf: (charge: PricedCharge) => Key): Record<Key, bigint> {
  const found = Object.fromEntries(keys.map((key) => [key, 0n])) as Record<Key, bigint>;
  for (const charge of charges) found[keyOf(charge)] += charge.energy_fJ;
  return found;
}
