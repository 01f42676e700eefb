/** A network's convolutions by the size of their kernels: what decides whether MLS pays. */
import type { Arithmetic } from '../energy/arithmetic.ts';
import type { EnergyReport, TableEnergy } from '../energy/report.ts';
import { kernelText } from './energy-words.ts';

/** All convolutions of one kernel. */
export interface KernelEnergy {
  readonly kernel: string;
  readonly layers: number;
  /** In fJ, in the order of the table's arithmetics. */
  readonly energies: readonly { readonly arithmetic: Arithmetic; readonly total: bigint; readonly tree: bigint }[];
}

/** In the order of their first layers. */
export function kernelEnergies({ request }: EnergyReport, { arithmetics }: TableEnergy): readonly KernelEnergy[] {
  const positions = new Map<string, number[]>();
  for (const [position, layer] of request.topology.layers.entries()) {
    if (layer.kind !== 'conv') continue;
    const kernel = kernelText(layer);
    positions.set(kernel, [...(positions.get(kernel) ?? []), position]);
  }
  return [...positions].map(([kernel, of]) => ({
    kernel,
    layers: of.length,
    energies: arithmetics.map(({ arithmetic, places }) => ({
      arithmetic,
      total: of.reduce((sum, position) => sum + places[position].total, 0n),
      tree: of.reduce((sum, position) => sum + places[position].rows.convTreeAdd, 0n),
    })),
  }));
}
