/** Everything that the paper prints about energy, beside the computed values. */
import type { ComparedCell } from './cell.ts';
import { equation9, ranges } from './ratios.ts';
import { table1 } from './table1.ts';
import { table5 } from './table5.ts';

export interface Reproduction {
  readonly cells: readonly ComparedCell[];
  /** Whether every cell is equal, or inconsistent for its known reason. */
  readonly reproduced: boolean;
}

export function reproduce(): Reproduction {
  return judged([...table1(), ...table5(), ...equation9(), ...ranges()]);
}

export function judged(cells: readonly ComparedCell[]): Reproduction {
  return { cells, reproduced: cells.every(({ verdict }) => verdict !== 'different') };
}
