/** The paper's own setting: Tab. 4's costs, the convention of its figures, one image. */
import { networkNamed } from '../../networks/networks.ts';
import { ARITHMETICS, type Arithmetic } from '../arithmetic.ts';
import { conventionNamed } from '../convention.ts';
import type { ArithmeticEnergy } from '../estimate.ts';
import { energyReport, type EnergyReport } from '../report.ts';
import { paperTable } from '../tables/tables.ts';

/** A built-in network as the paper counts it. */
export function published(name: string): EnergyReport {
  const network = networkNamed(name);
  return energyReport({
    topology: network.topology(network.inputSize),
    inputSize: network.inputSize,
    workload: 'training',
    convention: conventionNamed('published'),
    batch: 1,
    arithmetics: ARITHMETICS,
    tables: [paperTable],
    int8Tree: 'int8',
    memory: false,
  });
}

/** An arithmetic's energy in it. */
export function energyIn({ tables: [{ arithmetics }] }: EnergyReport, name: Arithmetic): ArithmeticEnergy {
  const found = arithmetics.find(({ arithmetic }) => arithmetic === name);
  if (found === undefined) throw new TypeError(`report: expected ${name}, found none`);
  return found;
}
